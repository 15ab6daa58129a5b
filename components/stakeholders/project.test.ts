// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { STAKEHOLDERS_PAGE } from '@/components/canvas/binding/pages'
import { showProjection } from '@/components/canvas/projection'
import { createBoardStore } from '@/components/canvas/schema'
import { binRecord } from '@/lib/case/commands/bin'
import { readCase } from '@/lib/case/doc'
import { actor, newCase } from '@/lib/case/test-kit'
import { seedExample } from '@/lib/exchange/example/seed'
import { STAKE_FORMS } from '@/lib/stakeholders/types'
import type { StakeForm } from '@/lib/stakeholders/types'
import { projectStakes } from './project'
import { asStake, stakeId } from './shapes'
import { fieldOf, HOW } from './test-kit'

/** The field of the example family; `without` are in the bin. */
function example(form: StakeForm, without: readonly string[] = []) {
  const doc = newCase()
  seedExample(doc, 'nl', actor('server'))
  for (const id of without) binRecord(doc, actor('ann'), { kind: 'people', id })
  return fieldOf(readCase(doc), form)
}

describe.each(STAKE_FORMS)('projection of the field: %s', (form) => {
  it('[SKV1] the store holds one shape for everybody, one for each line and what lies below, and none of who is gone', () => {
    const store = createBoardStore()
    const gone = example(form).layout.stakes.at(-1)!.subject
    for (const without of [[], [gone], []]) {
      const picture = example(form, without)
      showProjection(store, STAKEHOLDERS_PAGE, projectStakes(picture, HOW), new Set())
      const shown = store
        .allRecords()
        .filter((record) => record.typeName === 'shape' && record.parentId === STAKEHOLDERS_PAGE)
        .map(({ id }) => String(id))
      const { layout, tracks } = picture
      const wanted = [
        'ground-field',
        ...(layout.tray ? ['ground-tray'] : []),
        ...[...layout.stakes, ...(layout.centre ? [layout.centre] : [])].map(({ id }) => `stake-${id}`),
        ...tracks.map(({ id }) => `bond-${id}`),
      ]
      expect(shown.filter((id) => !id.startsWith('shape:field-bondWords-')).sort()).toEqual(
        wanted.map((id) => `shape:field-${id}`).sort(),
      )
    }
  })

  it('[SKV2] what did not change is not put again, and who is in the hand stays in it', () => {
    const store = createBoardStore()
    const shapes = projectStakes(example(form), HOW)
    showProjection(store, STAKEHOLDERS_PAGE, shapes, new Set())
    let changes = 0
    const stop = store.listen(() => changes++)
    showProjection(store, STAKEHOLDERS_PAGE, projectStakes(example(form), HOW), new Set())
    expect(changes).toBe(0)
    stop()
    const [held, other] = shapes.filter((shape) => asStake(shape) !== null && !shape.isLocked)
    store.put([{ ...held!, x: 999, y: -50 }])
    const after = shapes.map((shape) => ({ ...shape, x: shape.x + 10 }))
    showProjection(store, STAKEHOLDERS_PAGE, after, new Set([held!.id]))
    expect(store.get(held!.id)).toMatchObject({ x: 999, y: -50 })
    expect(store.get(other!.id)).toMatchObject({ x: other!.x + 10 })
  })

  it('[SKV3] people lie above field and lines, all of it below what people draw; only who can be moved is not locked', () => {
    const { layout } = example(form)
    const shapes = projectStakes(example(form), HOW)
    const order = shapes.map(({ index }) => String(index))
    expect([...order].sort()).toEqual(order)
    expect(order.at(-1)! < 'a1').toBe(true)
    expect(shapes.filter(({ isLocked }) => !isLocked).map(({ id }) => String(id))).toEqual(
      layout.stakes.map(({ id }) => String(stakeId(id))),
    )
  })

  it('[SKV4] the middle of a symbol follows from the place of its shape', () => {
    const picture = example(form)
    const places = new Map(picture.layout.stakes.map(({ id, x, y }) => [id, { x, y }]))
    for (const shape of projectStakes(picture, HOW)) {
      const stake = asStake(shape)
      if (!stake || stake.isLocked) continue
      const { cx, cy, pieceId } = stake.props
      const place = places.get(pieceId)
      expect(stake.x + cx).toBeCloseTo(place?.x ?? NaN)
      expect(stake.y + cy).toBeCloseTo(place?.y ?? NaN)
    }
  })
})
