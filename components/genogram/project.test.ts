// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GENOGRAM_PAGE } from '@/components/canvas/binding/pages'
import { showProjection } from '@/components/canvas/projection'
import { createBoardStore } from '@/components/canvas/schema'
import { actor, newCase } from '@/lib/case/test-kit'
import { binRecord } from '@/lib/case/commands/bin'
import { readCase } from '@/lib/case/doc'
import type { Shape } from '@/lib/drawing/shapes'
import { seedExample } from '@/lib/exchange/example/seed'
import { pictureOf } from '@/lib/genogram/case-kit'
import { layoutGenogram } from '@/lib/genogram/layout/layout'
import { leadLines } from '@/lib/genogram/leadLines'
import { drawGenogram } from '@/lib/genogram/paint'
import type { GenogramDrawing, GenogramPicture } from '@/lib/genogram/picture'
import { GENOGRAM_THEME } from '@/lib/genogram/theme'
import { MESSAGES } from '@/lib/i18n/messages'
import { projectGenogram } from './project'
import { asBond, asPerson, pieceId } from './shapes'

const WORDS = MESSAGES.nl.genogram
const HOW: GenogramDrawing = {
  style: { profile: 'mcgoldrick', cross: 'beside', innerGender: false },
  theme: GENOGRAM_THEME,
  words: WORDS,
  legend: false,
}

/** The example family; `without` are in the bin. */
function family(without: readonly string[] = []): GenogramPicture {
  const doc = newCase()
  seedExample(doc, 'nl', actor('server'))
  for (const id of without) binRecord(doc, actor('ann'), { kind: 'people', id })
  const { input, people, unions, relations, households, parallels } = pictureOf(readCase(doc))
  const layout = layoutGenogram(input)
  const lines = leadLines({ layout, unions, relations, households }, HOW.style, WORDS)
  return { title: 'Fenna', layout, people, unions, relations, households, parallels, ...lines }
}

const everybody = [...family().people.keys()]

function shown(store: ReturnType<typeof createBoardStore>) {
  return store
    .allRecords()
    .filter((record) => record.typeName === 'shape' && record.parentId === GENOGRAM_PAGE)
}

describe('projection of the geno-sociogram', () => {
  it('[GV1] the store holds one shape for everybody who is shown and for every line, and none for who is gone', () => {
    fc.assert(
      fc.property(fc.subarray(everybody), fc.subarray(everybody), (gone, goneLater) => {
        const store = createBoardStore()
        for (const without of [gone, goneLater]) {
          const picture = family(without)
          showProjection(store, GENOGRAM_PAGE, projectGenogram(picture, HOW), new Set())
          const ids = shown(store).map(({ id }) => String(id))
          const of = (kind: string) => ids.filter((id) => id.startsWith(`shape:${kind}-`)).sort()
          const expected = (kind: 'person' | 'bond' | 'union' | 'child' | 'home', all: readonly string[]) =>
            expect(of(kind)).toEqual(all.map((id) => String(pieceId(kind, id))).sort())
          expected('person', [...picture.people.keys()])
          expected(
            'bond',
            picture.tracks.map(({ id }) => id),
          )
          expected(
            'union',
            picture.layout.unions.map(({ id }) => id),
          )
          expected(
            'child',
            picture.layout.childLines.map(({ id }) => id),
          )
          expected(
            'home',
            picture.outlines.map(({ id }) => id),
          )
        }
      }),
      { numRuns: 8 },
    )
  })

  it('[GV2] what did not change is not put again', () => {
    const store = createBoardStore()
    showProjection(store, GENOGRAM_PAGE, projectGenogram(family(), HOW), new Set())
    let changes = 0
    store.listen(() => changes++)
    showProjection(store, GENOGRAM_PAGE, projectGenogram(family(), HOW), new Set())
    expect(changes).toBe(0)
  })

  it('[GV3] who is in the hand keeps the place where it holds them while everything else follows the case', () => {
    const store = createBoardStore()
    const before = projectGenogram(family(), HOW)
    showProjection(store, GENOGRAM_PAGE, before, new Set())
    const [held, other] = before.filter((shape) => asPerson(shape) !== null)
    store.put([{ ...held!, x: 999, y: -50 }])
    const after = before.map((shape) => ({ ...shape, x: shape.x + 10 }))
    showProjection(store, GENOGRAM_PAGE, after, new Set([held!.id]))
    expect(store.get(held!.id)).toMatchObject({ x: 999, y: -50 })
    expect(store.get(other!.id)).toMatchObject({ x: other!.x + 10 })
  })

  it('[GV4] people lie above the lines, words on top, and all of it below what people draw', () => {
    const shapes = projectGenogram(family(), HOW)
    const order = shapes.map(({ index }) => String(index))
    expect([...order].sort()).toEqual(order)
    expect(order.at(-1)! < 'a1').toBe(true)
    const firstPerson = shapes.findIndex((shape) => asPerson(shape) !== null)
    expect(shapes.findLastIndex((shape) => asBond(shape) !== null)).toBeLessThan(firstPerson)
  })

  it('[GV5] canvas and file show the same forms at the same places', () => {
    const picture = family()
    const onCanvas = projectGenogram(picture, HOW).flatMap(
      ({ props }) => (props as unknown as { shapes: Shape[] }).shapes,
    )
    // A file has its paper behind everything.
    const [paper, ...inFile] = drawGenogram(picture, HOW).shapes
    expect(paper).toMatchObject({ type: 'rect', fill: GENOGRAM_THEME.paper })
    expect(onCanvas).toEqual(inFile)
  })

  it('[GV6] a piece stands where it is drawn: the middle of a symbol follows from the place of its shape', () => {
    const picture = family()
    const places = new Map(picture.layout.people.map(({ id, x, y }) => [id, { x, y }]))
    for (const shape of projectGenogram(picture, HOW)) {
      const person = asPerson(shape)
      if (!person) continue
      const { cx, cy, pieceId: id } = person.props
      expect({ x: person.x + cx, y: person.y + cy }).toEqual(places.get(id))
    }
  })
})
