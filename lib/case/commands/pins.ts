import type * as Y from 'yjs'
import { caseMap, isMap } from '../doc'
import { RECORDS } from '../schema'
import { Making } from './making'
import { type Actor, command, live, setValues } from './run'

/** A view in which things have a place of their own. */
type PinnedView = 'genogram' | 'stakeholders'

interface Place {
  record: string
  x: number
  y: number
}

/** Something stays where somebody put it, in page units of the view; false when it is there, or is not in the case. */
export function pin(doc: Y.Doc, actor: Actor, input: { view: PinnedView } & Place): boolean {
  const { view, ...place } = input
  return pinTogether(doc, actor, { view, places: [place] })
}

/** The same for what was moved together, as one step; whoever is not in the case is passed over. */
export function pinTogether(
  doc: Y.Doc,
  actor: Actor,
  { view, places }: { view: PinnedView; places: readonly Place[] },
): boolean {
  const making = new Making(doc, actor)
  let differs = false
  for (const { record, x, y } of places) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    if (!live(doc, 'people', record) && !live(doc, 'organisations', record)) continue
    const known = pinsOf(doc, view).filter((one) => one.get('record') === record)
    if (known.length === 0) {
      making.record('pins', { view, record, x, y })
      differs = true
    }
    for (const one of known)
      making.change(() => {
        differs = setValues(RECORDS.pins, one, { x, y, binned: null }) || differs
      })
  }
  return making.commit('pin') && differs
}

/** Lets the view say again where something stands. */
export function unpin(doc: Y.Doc, actor: Actor, input: { view: PinnedView; record: string }): boolean {
  return letGo(doc, actor, 'unpin', input.view, (record) => record === input.record)
}

/** "Netjes zetten": lets the view say again where everything stands, in one step. */
export function unpinAll(doc: Y.Doc, actor: Actor, view: PinnedView): boolean {
  return letGo(doc, actor, 'unpinAll', view, () => true)
}

function letGo(
  doc: Y.Doc,
  actor: Actor,
  name: string,
  view: PinnedView,
  isMeant: (record: unknown) => boolean,
): boolean {
  const pins = pinsOf(doc, view).filter((one) => !one.get('binned') && isMeant(one.get('record')))
  if (pins.length === 0) return false
  const binned = { by: actor.principal, at: actor.now }
  return command(doc, actor, name, () =>
    pins.map((one) => setValues(RECORDS.pins, one, { binned })).includes(true),
  )
}

/** Those in the bin too: a pin that was let go is used again, or moving things would fill the bin. */
function pinsOf(doc: Y.Doc, view: PinnedView): Y.Map<unknown>[] {
  return [...caseMap(doc, 'pins').values()].filter((one) => isMap(one) && one.get('view') === view)
}
