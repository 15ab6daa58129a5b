import { atom, react } from 'tldraw'
import type { Atom, Editor, TLShape } from 'tldraw'
import type { LineShape, PersonShape } from '@/components/genogram/shapes'
import type { FieldShape, StakeShape } from '@/components/stakeholders/shapes'
import type { EventCardShape } from '@/components/timeline/shapes'
import type { ScaleKind } from '@/lib/timeline/types'
import type { Box } from '@/lib/timeline/view'
import { isProjected, STAKEHOLDERS_PAGE, TIMELINE_PAGE } from './binding/pages'

/** What of a board's shapes is drawn now. All of them stay in the store: arrows and ink hold on to them. */
export interface Sight {
  /** What is projected is drawn in this part of the page: the view and what is around it. */
  readonly near: Box
  /** Events whose moments are counted in a cluster. */
  readonly clustered: ReadonlySet<string>
  /** Events and people that are shown all the same: selected or open. */
  readonly kept: ReadonlySet<string>
  /** Loose ink belongs to the scale that it was drawn on, */
  readonly scale: ScaleKind
  /** and on the stakeholder map to the form of it, or to the round that is compared. */
  readonly form: string
}

/** No page is larger. */
const EVERYWHERE: Box = { x: -1e9, y: -1e9, w: 2e9, h: 2e9 }
const FIRST: Sight = {
  near: EVERYWHERE,
  clustered: new Set(),
  kept: new Set(),
  scale: 'linear',
  form: 'rings',
}
const sights = new WeakMap<Editor, Atom<Sight>>()

/** The sight of an editor. An atom, because the canvas library asks for it while it computes what to draw. */
export function sightOf(editor: Editor): Atom<Sight> {
  const known = sights.get(editor)
  if (known) return known
  const made = atom('sight', FIRST)
  sights.set(editor, made)
  return made
}

/** Changes what is given, if that is a change. */
export function setSight(editor: Editor, change: Partial<Sight>): void {
  const now = sightOf(editor)
  const before = now.get()
  const differs = (Object.keys(change) as (keyof Sight)[]).some((key) => change[key] !== before[key])
  if (differs) now.set({ ...before, ...change })
}

/** Around the view this part of its size is drawn too, and it is looked at again after this part. */
const AROUND = 0.75
const AGAIN = 0.5

/**
 * Follows the view in large steps: while the canvas is moved nothing is done, but for the few times that it comes to
 * what was not drawn yet. Returns the stop.
 */
export function followView(editor: Editor): () => void {
  let last = ''
  return react('what is near', () => {
    const { x, y, w, h } = editor.getViewportPageBounds()
    const [stepX, stepY] = [w * AGAIN, h * AGAIN]
    const [i, j] = [Math.floor(x / stepX), Math.floor(y / stepY)]
    const here = [i, j, Math.round(w), Math.round(h)].join(' ')
    if (here === last) return
    last = here
    const near = {
      x: i * stepX - w * AROUND,
      y: j * stepY - h * AROUND,
      w: w * (1 + 2 * AROUND) + stepX,
      h: h * (1 + 2 * AROUND) + stepY,
    }
    setSight(editor, { near })
  })
}

/** For the canvas library: whether a shape is drawn. */
export function visibilityOf(shape: TLShape, editor: Editor): 'hidden' | 'inherit' {
  const type: string = shape.type
  if (type === 'rotonde-event')
    return isCardSeen(shape as unknown as EventCardShape, editor) ? 'inherit' : 'hidden'
  if (PIECES.has(type)) return isPieceSeen(shape as unknown as Piece, editor) ? 'inherit' : 'hidden'
  return isOtherWay(shape, editor) ? 'hidden' : 'inherit'
}

function isCardSeen({ x, y, props }: EventCardShape, editor: Editor): boolean {
  const { near, clustered, kept } = sightOf(editor).get()
  if (kept.has(props.eventId)) return true
  return !clustered.has(props.eventId) && meets({ x, y, w: props.w, h: props.h }, near)
}

type Piece = PersonShape | LineShape | StakeShape | FieldShape
/** Of the pictures that are drawn in pieces. */
const PIECES: ReadonlySet<string> = new Set<Piece['type']>([
  'rotonde-person',
  'rotonde-line',
  'rotonde-stake',
  'rotonde-field',
])

function isPieceSeen({ x, y, props }: Piece, editor: Editor): boolean {
  const { near, kept } = sightOf(editor).get()
  return kept.has(props.pieceId) || meets({ x, y, w: props.w, h: props.h }, near)
}

const meets = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.w && a.x + a.w >= b.x && a.y <= b.y + b.h && a.y + a.h >= b.y

/** Of pages that are shown in several ways: what of the sight loose drawing belongs to, and what was meant before it was kept. */
const WAYS: Readonly<Record<string, { way: 'scale' | 'form'; first: string }>> = {
  [TIMELINE_PAGE]: { way: 'scale', first: 'linear' },
  [STAKEHOLDERS_PAGE]: { way: 'form', first: 'rings' },
}

/** Whether it was drawn on another scale, or form, than the one that is shown, and holds on to nothing that has moved along. */
export function isOtherWay(shape: TLShape, editor: Editor): boolean {
  const page = WAYS[shape.parentId]
  if (!page || isProjected(shape)) return false
  if ((shape.meta[page.way] ?? page.first) === sightOf(editor).get()[page.way]) return false
  return !editor.getBindingsFromShape(shape.id, 'arrow').some(({ toId }) => {
    const target = editor.getShape(toId)
    return target !== undefined && isProjected(target)
  })
}

/** What is drawn on such a page keeps on which scale or form it was drawn. Returns the stop. */
export function markWay(editor: Editor): () => void {
  return editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
    const page = WAYS[shape.parentId]
    if (source !== 'user' || !page || isProjected(shape)) return shape
    return { ...shape, meta: { ...shape.meta, [page.way]: sightOf(editor).get()[page.way] } }
  })
}
