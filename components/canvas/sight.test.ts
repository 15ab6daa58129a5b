// @vitest-environment happy-dom
import { Editor } from 'tldraw'
import type { TLArrowShape, TLShapeId } from 'tldraw'
import { defaultTools } from 'tldraw'
import { afterEach, expect, it } from 'vitest'
import { FREE_PAGE, STAKEHOLDERS_PAGE, TIMELINE_PAGE } from '@/components/canvas/binding/pages'
import { BINDING_UTILS, createBoardStore, DRAWN_UTILS, SHAPE_UTILS } from '@/components/canvas/schema'
import { dayOf } from '@/lib/dates/bounds'
import { layoutTimeline } from '@/lib/timeline/layout'
import type { CardContent } from '@/lib/timeline/types'
import { showProjection } from '@/components/canvas/projection'
import { projectTimeline } from '@/components/timeline/project'
import { projectStakes } from '@/components/stakeholders/project'
import { stakeId } from '@/components/stakeholders/shapes'
import { board, fieldOf, HOW } from '@/components/stakeholders/test-kit'
import { cardId } from '@/components/timeline/shapes'
import { moveTo, viewOf } from './camera'
import { lookAtNearOnly } from './nearOnly'
import { isOtherWay, markWay, setSight, visibilityOf } from './sight'

const editors: Editor[] = []
afterEach(() => editors.splice(0).forEach((editor) => editor.dispose()))

/** A canvas with the cards `a` and `b`, without a page around it. */
function canvas(): Editor {
  const store = createBoardStore()
  const editor = new Editor({
    store,
    shapeUtils: [...DRAWN_UTILS, ...SHAPE_UTILS],
    bindingUtils: BINDING_UTILS,
    tools: defaultTools,
    getContainer: () => document.body,
    getShapeVisibility: visibilityOf,
  })
  editors.push(editor)
  editor.setCurrentPage(TIMELINE_PAGE)
  const events = ['a', 'b'].map((id) => ({
    id,
    date: '2012',
    side: 'family',
    kind: 'family' as const,
    order: 'a0',
  }))
  const layout = layoutTimeline(events, [{ id: 'family', place: 'below', order: 'a0' }], {
    today: dayOf(2020, 1, 1),
    pxPerYear: 100,
    birth: null,
    locale: 'nl',
  })
  const said = { title: 'Opa', kind: 'family', tint: 'family' } as CardContent
  const content = new Map(events.map(({ id }) => [id, said]))
  const words = { now: '', dock: '', proposal: '', nothing: () => '', cluster: () => '' }
  showProjection(store, TIMELINE_PAGE, projectTimeline({ layout, content, clusters: [], words }), new Set())
  return editor
}
const seen = (editor: Editor, id: TLShapeId) => editor.getRenderingShapes().some((shape) => shape.id === id)

it('[PJ8] a card that is counted in a cluster, or far away, is not drawn; one that is selected or open is', () => {
  const editor = canvas()
  expect(seen(editor, cardId('a'))).toBe(true)
  setSight(editor, { clustered: new Set(['a', 'b']) })
  expect(seen(editor, cardId('a'))).toBe(false)
  setSight(editor, { kept: new Set(['a']) })
  expect([seen(editor, cardId('a')), seen(editor, cardId('b'))]).toEqual([true, false])
  setSight(editor, { clustered: new Set(), kept: new Set(), near: { x: 90_000, y: 0, w: 10, h: 10 } })
  expect(seen(editor, cardId('a'))).toBe(false)
  expect(editor.getShape(cardId('a'))).toBeDefined()
})

it('[PJ12] only what is near is looked at while the canvas moves, and what changes there is seen', () => {
  const editor = canvas()
  const stop = lookAtNearOnly(editor)
  const [a, b] = [cardId('a'), cardId('b')]
  const box = editor.getShapePageBounds(a)!
  const lookFrom = (x: number) => editor.setCamera({ x: -x, y: -box.y, z: 1 })
  lookFrom(box.x)
  expect(editor.getCulledShapes().has(a)).toBe(false)
  lookFrom(box.x + 90_000)
  expect([a, b].map((id) => editor.getCulledShapes().has(id))).toEqual([true, true])
  // A card that comes into view because its date changed.
  editor.store.mergeRemoteChanges(() => editor.store.update(a, (card) => ({ ...card, x: box.x + 90_010 })))
  expect([a, b].map((id) => editor.getCulledShapes().has(id))).toEqual([false, true])
  // What is hidden is not looked at; once it is shown it is.
  setSight(editor, { clustered: new Set(['b']) })
  expect(editor.getCulledShapes().has(b)).toBe(false)
  setSight(editor, { clustered: new Set() })
  expect(editor.getCulledShapes().has(b)).toBe(true)
  // So is one that was far and comes near.
  setSight(editor, { near: { x: box.x + 89_000, y: box.y - 500, w: 2_000, h: 2_000 } })
  expect(editor.getCulledShapes().has(b)).toBe(false)
  editor.store.mergeRemoteChanges(() =>
    editor.store.update(b, (card) => ({ ...card, x: box.x + 89_100, y: box.y })),
  )
  expect(editor.getCulledShapes().has(b)).toBe(true)
  stop()
})

it('[PJ13] to be shown what is in view already moves nothing, not even by what is rounded', () => {
  const editor = canvas()
  for (let i = 0; i < 20; i++) {
    editor.setCamera({ x: 437.31 + i / 7, y: -118.93 + i / 3, z: 0.77 - i / 100 })
    const before = editor.getCamera()
    moveTo(editor, viewOf(editor))
    expect(editor.getCamera()).toBe(before)
  }
  const before = editor.getCamera()
  moveTo(editor, { ...viewOf(editor), x: viewOf(editor).x + 1 })
  expect(editor.getCamera()).not.toBe(before)
})

it('[PJ9] an arrow keeps its hold on a card that is counted in a cluster', () => {
  const editor = canvas()
  const id = 'shape:arrow' as TLShapeId
  editor.createShapes<TLArrowShape>([{ id, type: 'arrow', x: 0, y: 0 }])
  editor.createBindings([
    {
      type: 'arrow',
      fromId: id,
      toId: cardId('a'),
      props: { terminal: 'end', normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: true },
    },
  ])
  setSight(editor, { clustered: new Set(['a', 'b']) })
  expect(editor.getBindingsFromShape(id, 'arrow').map(({ toId }) => toId)).toEqual([cardId('a')])
  expect(seen(editor, id)).toBe(true)
})

it('[PJ10] loose drawing is shown on the scale that it was drawn on; what holds on to a card goes along', () => {
  const editor = canvas()
  const stop = markWay(editor)
  setSight(editor, { scale: 'even' })
  const [loose, held, free] = ['loose', 'held', 'free'].map((name) => `shape:${name}` as TLShapeId)
  if (!loose || !held || !free) throw new Error('no ids')
  editor.createShapes([
    { id: loose, type: 'geo', x: 0, y: 0 },
    { id: held, type: 'arrow', x: 0, y: 0 },
    { id: free, type: 'geo', x: 0, y: 0, parentId: FREE_PAGE },
  ])
  editor.createBindings([
    {
      type: 'arrow',
      fromId: held,
      toId: cardId('a'),
      props: { terminal: 'end', normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: true },
    },
  ])
  expect(seen(editor, loose)).toBe(true)
  setSight(editor, { scale: 'linear' })
  expect([seen(editor, loose), seen(editor, held)]).toEqual([false, true])
  expect(isOtherWay(editor.getShape(loose)!, editor)).toBe(true)
  expect(isOtherWay(editor.getShape(free)!, editor)).toBe(false)
  // What was drawn before there were scales stands on the linear one.
  editor.store.mergeRemoteChanges(() =>
    editor.updateShapes([{ id: loose, type: 'geo', meta: { scale: null } }]),
  )
  expect(seen(editor, loose)).toBe(true)
  stop()
})

it('[SKV9] loose drawing on the stakeholder map is shown on the form that it was drawn on', () => {
  const editor = canvas()
  editor.setCurrentPage(STAKEHOLDERS_PAGE)
  const { session, karim } = board()
  const shapes = projectStakes(fieldOf(session.feed.get(), 'rings'), HOW)
  showProjection(editor.store, STAKEHOLDERS_PAGE, shapes, new Set())
  const stop = markWay(editor)
  const [old, onGrid, held] = ['old', 'on-grid', 'held'].map((name) => `shape:${name}` as TLShapeId)
  editor.createShapes([{ id: old!, type: 'geo', x: 0, y: 0 }])
  setSight(editor, { form: 'grid' })
  editor.createShapes([
    { id: onGrid!, type: 'geo', x: 0, y: 0 },
    { id: held!, type: 'arrow', x: 0, y: 0 },
  ])
  expect([old, onGrid, held].map((id) => seen(editor, id!))).toEqual([false, true, true])
  editor.createBindings([
    {
      type: 'arrow',
      fromId: held!,
      toId: stakeId(karim),
      props: { terminal: 'end', normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: true },
    },
  ])
  setSight(editor, { form: 'rings' })
  expect([old, onGrid, held].map((id) => seen(editor, id!))).toEqual([true, false, true])
  stop()
})
