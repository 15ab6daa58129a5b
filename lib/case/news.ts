import * as Y from 'yjs'
import { changedRecords } from './changes'
import { caseMap, isMap, plainRecord, recordOf } from './doc'
import { RECORDS, type RecordMap } from './schema'

/** What is told of: records that people know by name. Settings of views, places and free drawing are not. */
const NEWS_KINDS = [
  'events',
  'people',
  'organisations',
  'partnerships',
  'parentages',
  'households',
  'relations',
  'stakes',
  'threads',
  'notes',
] as const satisfies readonly RecordMap[]
export type NewsKind = (typeof NEWS_KINDS)[number]

/** `binned`: put away; `back`: taken out of the bin again. */
export type NewsWhat = 'added' | 'changed' | 'binned' | 'back'

/** One record that a transaction changed. */
export interface News {
  kind: NewsKind
  id: string
  what: NewsWhat
  /** The principal who did it, as the record says; null where it does not. */
  by: string | null
  /** The Yjs client that wrote it; null where only something was taken away, which leaves no trace of whom. */
  client: number | null
  /** Its title or name, or the first words of it; empty where it has none. */
  label: string
  /** The date of a moment, in the words that were used. */
  date: string
}

/** Longest label, in characters. */
const LABEL = 80

/** Says what transactions change in a document; has to hear of all of them, to know what was there before. */
export class NewsReader {
  /** What has stood in the case, now or before: what is shown again was taken back. */
  readonly #known = new Set<string>()

  constructor(doc: Y.Doc) {
    for (const kind of NEWS_KINDS)
      for (const [id, record] of caseMap(doc, kind).entries() as Iterable<[string, unknown]>)
        if (isMap(record)) this.#known.add(`${kind} ${id}`)
  }

  /**
   * One item for each record, in the order of `NEWS_KINDS`. Costs as much as the change is large. A record that is made
   * ready in the bin (see `create`) is told of when it comes out.
   */
  read(transaction: Y.Transaction): News[] {
    const changed = changedRecords(transaction)
    return NEWS_KINDS.flatMap((kind) =>
      [...(changed.get(kind) ?? [])].flatMap((id): News[] => {
        const record = recordOf(transaction.doc, kind, id)
        const what = record && this.#what(`${kind} ${id}`, record, transaction)
        if (!what) return []
        const client = writerIn(record, transaction)
        return [{ kind, id, what, by: sayWho(what, record), client, ...saysOf(kind, record) }]
      }),
    )
  }

  #what(key: string, record: Y.Map<unknown>, transaction: Y.Transaction): NewsWhat | null {
    const flag = record._map.get('binned')
    if (record.get('binned')) return this.#known.has(key) && isNew(flag, transaction) ? 'binned' : null
    if (!this.#known.has(key)) {
      this.#known.add(key)
      return 'added'
    }
    const isOut = flag?.deleted && Y.isDeleted(transaction.deleteSet, flag.id)
    return isOut || isNew(flag, transaction) ? 'back' : 'changed'
  }
}

const isNew = (item: Y.Item | null | undefined, { beforeState }: Y.Transaction): boolean =>
  Boolean(item) && item!.id.clock >= (beforeState.get(item!.id.client) ?? 0)

function sayWho(what: NewsWhat, record: Y.Map<unknown>): string | null {
  const binned = record.get('binned')
  const by: unknown =
    what === 'added'
      ? record.get('createdBy')
      : what === 'binned' && typeof binned === 'object' && binned !== null && 'by' in binned
        ? binned.by
        : null
  return typeof by === 'string' ? by : null
}

type SharedType = Pick<Y.Map<unknown>, '_item' | '_map' | '_start'>

/** Who wrote something new in a record or anywhere inside it. */
function writerIn(type: SharedType, transaction: Y.Transaction): number | null {
  if (isNew(type._item, transaction)) return type._item!.id.client
  const items = [...type._map.values()]
  for (let item = type._start; item; item = item.right) items.push(item)
  for (const item of items) {
    if (isNew(item, transaction)) return item.id.client
    const inner = item.content instanceof Y.ContentType ? writerIn(item.content.type, transaction) : null
    if (inner !== null) return inner
  }
  return null
}

function saysOf(kind: NewsKind, record: Y.Map<unknown>): Pick<News, 'label' | 'date'> {
  const plain = plainRecord(RECORDS[kind], record)
  const words = ['title', 'name', 'text', 'note'].map((field) => plain[field])
  const label = words.find((word): word is string => typeof word === 'string' && word.trim() !== '') ?? ''
  const said = kind === 'events' ? plain['originalText'] : ''
  return { label: clipped(label.trim()), date: typeof said === 'string' ? said.trim() : '' }
}

const clipped = (text: string): string => (text.length > LABEL ? `${text.slice(0, LABEL - 1)}…` : text)
