import { DocumentRecordType, PageRecordType, TLDOCUMENT_ID } from 'tldraw'
import type { IndexKey, TLStore } from 'tldraw'
import { FREE_PAGE, GENOGRAM_PAGE, STAKEHOLDERS_PAGE, TIMELINE_PAGE } from './pageIds'

// The ids alone are asked for before the canvas library is there.
export * from './pageIds'

/** Puts the document and the pages into an empty store, as if they had come from elsewhere. */
export function putPages(store: TLStore): void {
  store.mergeRemoteChanges(() => {
    store.put([
      DocumentRecordType.create({ id: TLDOCUMENT_ID, name: '' }),
      PageRecordType.create({ id: TIMELINE_PAGE, name: 'timeline', index: 'a1' as IndexKey }),
      PageRecordType.create({ id: GENOGRAM_PAGE, name: 'genogram', index: 'a3' as IndexKey }),
      PageRecordType.create({ id: STAKEHOLDERS_PAGE, name: 'stakeholders', index: 'a4' as IndexKey }),
      PageRecordType.create({ id: FREE_PAGE, name: 'free', index: 'a2' as IndexKey }),
    ])
  })
}

/** Projected shapes are computed from the case; they live in this browser only. */
export function isProjected(record: { typeName: string; type?: string; meta?: object }): boolean {
  if (record.typeName !== 'shape') return false
  return (
    record.type?.startsWith('rotonde-') === true ||
    (record.meta as { projected?: unknown })?.projected === true
  )
}
