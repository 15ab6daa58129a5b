// @vitest-environment happy-dom
import { Editor } from 'tldraw'
import { expect, it } from 'vitest'
import { GENOGRAM_PAGE } from '@/components/canvas/binding/pages'
import { showProjection } from '@/components/canvas/projection'
import { BINDING_UTILS, createBoardStore, DRAWN_UTILS, SHAPE_UTILS } from '@/components/canvas/schema'
import { setSight, visibilityOf } from '@/components/canvas/sight'
import { actor, newCase } from '@/lib/case/test-kit'
import { readCase } from '@/lib/case/doc'
import { seedExample } from '@/lib/exchange/example/seed'
import { pictureOf } from '@/lib/genogram/case-kit'
import { placeGenogram } from '@/lib/genogram/place'
import { GENOGRAM_THEME } from '@/lib/genogram/theme'
import { MESSAGES } from '@/lib/i18n/messages'
import { projectGenogram } from './project'
import { asPerson } from './shapes'

it('[GV35] of a family only what is near is drawn, and who is selected at any place', () => {
  const doc = newCase()
  seedExample(doc, 'nl', actor('server'))
  const picture = pictureOf(readCase(doc))
  const style = { profile: 'mcgoldrick', cross: 'beside', innerGender: false } as const
  const words = MESSAGES.nl.genogram
  const placed = placeGenogram({ ...picture, style, words })
  const store = createBoardStore()
  const shapes = projectGenogram(
    { ...picture, ...placed, title: 'Fenna' },
    { style, theme: GENOGRAM_THEME, words, legend: false },
  )
  showProjection(store, GENOGRAM_PAGE, shapes, new Set())
  const editor = new Editor({
    store,
    shapeUtils: [...DRAWN_UTILS, ...SHAPE_UTILS],
    bindingUtils: BINDING_UTILS,
    tools: [],
    getContainer: () => document.body,
    getShapeVisibility: visibilityOf,
  })
  editor.setCurrentPage(GENOGRAM_PAGE)
  const seen = () => new Set(editor.getRenderingShapes().map(({ id }) => id))
  expect(seen().size).toBe(shapes.length)
  const [one] = shapes.flatMap((shape) => asPerson(shape) ?? [])
  setSight(editor, { near: { x: one!.x, y: one!.y, w: 1, h: 1 } })
  expect(seen().has(one!.id)).toBe(true)
  expect(seen().size).toBeLessThan(shapes.length / 2)
  setSight(editor, { near: { x: 90_000, y: 0, w: 10, h: 10 } })
  expect(seen().size).toBe(0)
  setSight(editor, { kept: new Set([one!.props.pieceId]) })
  expect([...seen()]).toEqual([one!.id])
  editor.dispose()
})
