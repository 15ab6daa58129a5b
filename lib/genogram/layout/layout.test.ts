import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { FIXTURES } from '../fixtures'
import { FamilyBuilder } from '../test-kit'
import type { GenogramInput, GenogramLayout } from '../types'
import { layoutGenogram } from './layout'
import { faultsOf, placesOf } from './test-checks'

/** Crossings that the written families have at most. */
const CROSSINGS: Readonly<Record<string, number>> = { threePartners: 1, foster: 3 }

function layoutOf(name: string): GenogramLayout {
  return layoutGenogram(FIXTURES[name] as GenogramInput)
}

/** Ids of a row from left to right. */
function row(layout: GenogramLayout, number: number): string[] {
  return layout.people
    .filter((one) => one.row === number)
    .sort((a, b) => a.x - b.x)
    .map((one) => one.id)
}

describe('layoutGenogram on written families', () => {
  for (const [name, input] of Object.entries(FIXTURES))
    it(`[GL8] [GL10] ${name}: no rule is broken, and there are no more crossings than known`, () => {
      const layout = layoutGenogram(input)
      expect(faultsOf(input, layout)).toEqual([])
      expect(layout.crossings).toBeLessThanOrEqual(CROSSINGS[name] ?? 0)
    })

  it('[GL4] brothers and sisters stand in order of birth', () => {
    expect(row(layoutOf('nuclear'), 1)).toEqual(['Sem', 'Sanne'])
  })

  it('[GL5] both families of a remarriage hang under their own couple', () => {
    const layout = layoutOf('remarriage')
    expect(row(layout, 0)).toEqual(['Peter', 'Ilse', 'Ruud', 'Fatiha'])
    expect(row(layout, 1)).toEqual(['Bas', 'Mila', 'Lot', 'Sem', 'Sanne'])
  })

  it('[GL5] three partners stand in order of time, the third line passes below the second partner', () => {
    const layout = layoutOf('threePartners')
    expect(row(layout, 0)).toEqual(['Arie', 'Wil', 'Bert', 'Cor'])
    const line = layout.unions.find((one) => one.id === 'Wil-Cor')?.line
    const bert = placesOf(layout)('Bert')
    expect(line?.y).toBeGreaterThan(bert.labelY + bert.labelH)
  })

  it('[GL4] twins stand beside each other, their lines leave from one point', () => {
    const layout = layoutOf('twins')
    expect(row(layout, 1)).toEqual(['Kim', 'Iris', 'Tom', 'Tim', 'Eva'])
    const lines = layout.childLines.filter((one) => ['Tom', 'Tim'].includes(one.child))
    expect(lines[0]?.points[0]).toEqual(lines[1]?.points[0])
    expect(layout.multiples).toMatchObject([{ children: ['Tom', 'Tim'], identical: true }])
  })

  it('[GL14] an adopted child stands with who adopted it, and has a line to its birth parents', () => {
    const layout = layoutOf('adoption')
    expect(row(layout, 1)).toEqual(['Daan', 'Lin', 'Pedro'])
    expect(layout.childLines.filter((one) => one.child === 'Lin').map((one) => one.union)).toEqual([
      'Ewout-Ank',
      'Joao-Rosa',
    ])
  })

  it('[GL15] cousins who marry are drawn once, with a double line', () => {
    const layout = layoutOf('cousins')
    expect(layout.unions.filter((one) => one.related).map((one) => one.id)).toEqual(['Neef-Nicht'])
  })

  it('[GL9] in a small family the couple stands exactly above the middle of its children', () => {
    const layout = layoutOf('nuclear')
    const at = placesOf(layout)
    expect(layout.unions[0]?.drop?.x).toBeCloseTo((at('Sem').x + at('Sanne').x) / 2, 0)
  })

  it('[GL7] a parent alone: the line leaves below the name', () => {
    const layout = layoutOf('parentAlone')
    const mother = placesOf(layout)('Moeder')
    expect(layout.unions[0]?.drop?.x).toBe(mother.x)
    expect(layout.unions[0]?.drop?.y).toBeGreaterThanOrEqual(mother.labelY + mother.labelH)
  })

  it('[GL16] families that are not connected stand beside each other', () => {
    const layout = layoutOf('twoFamilies')
    const at = placesOf(layout)
    expect(Math.max(at('Jan').x, at('Piet').x)).toBeLessThan(Math.min(at('Mo').x, at('Lies').x))
  })
})

describe('who is not of the family', () => {
  it('[GL17] somebody of the network moves nobody of the family, and the nearest stands nearest', () => {
    const input = FIXTURES['foster'] as GenogramInput
    const before = layoutGenogram(input)
    const friend = {
      ...(input.people.find((one) => one.id === 'Juf') as GenogramInput['people'][number]),
      id: 'Vriend',
    }
    const after = layoutGenogram({ ...input, people: [...input.people, friend] })
    const family = (layout: GenogramLayout) => layout.people.filter((one) => one.row !== null)
    expect(family(after)).toEqual(family(before))
    const at = placesOf(before)
    expect(Math.abs(at('Buurvrouw').x)).toBeLessThanOrEqual(Math.abs(at('Trainer').x))
    expect(at('Wijkwerker').y).toBeGreaterThan(at('Kind').y)
    expect(at('Wijkwerker').x).toBeGreaterThan(at('Wijkteam').x)
  })
})

describe('staying where they are', () => {
  it('[GL13] a pin in free space moves nobody else', () => {
    const input = FIXTURES['threeGenerations'] as GenogramInput
    const before = layoutGenogram(input)
    const after = layoutGenogram({ ...input, pins: [{ id: 'Tante Noor', x: 700, y: -37.25 }] })
    for (const one of after.people)
      if (one.id !== 'Tante Noor') expect(one).toEqual(before.people.find((other) => other.id === one.id))
    expect(placesOf(after)('Tante Noor')).toMatchObject({ x: 700, y: -37.25, pinned: true })
  })

  it('[GL13] pinning everybody where they stand changes nothing', () => {
    for (const [name, input] of Object.entries(FIXTURES)) {
      const before = layoutGenogram(input)
      const pins = before.people.filter((one) => one.row !== null).map(({ id, x, y }) => ({ id, x, y }))
      const places = (layout: GenogramLayout) => layout.people.map(({ id, x, y }) => ({ id, x, y }))
      expect(places(layoutGenogram({ ...input, pins })), name).toEqual(places(before))
    }
  })

  it('[GL11] a longer name only makes room', () => {
    const input = FIXTURES['threeGenerations'] as GenogramInput
    const longer = input.people.map((one) => (one.id === 'Ruud' ? { ...one, labelW: 160 } : one))
    const [before, after] = [layoutGenogram(input), layoutGenogram({ ...input, people: longer })]
    for (const number of [0, 1, 2]) expect(row(after, number)).toEqual(row(before, number))
    const at = placesOf(after)
    for (const one of before.people) expect(Math.abs(at(one.id).x - one.x)).toBeLessThanOrEqual(160)
  })
})

describe('the same everywhere, and soon', () => {
  const digest = (layouts: unknown) => createHash('sha256').update(JSON.stringify(layouts)).digest('hex')

  it('[GL12] a second process makes the same picture, byte for byte', async () => {
    const contents = `
      import { FIXTURES } from './lib/genogram/fixtures'
      import { layoutGenogram } from './lib/genogram/layout/layout'
      process.stdout.write(JSON.stringify(Object.values(FIXTURES).map(layoutGenogram)))`
    const made = await build({
      stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      write: false,
      external: ['fast-check'],
    })
    const other = execFileSync(process.execPath, ['-e', made.outputFiles[0]?.text ?? ''], {
      env: { ...process.env, LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Apia' },
      maxBuffer: 2 ** 26,
    })
    expect(digest(JSON.parse(other.toString()))).toBe(
      digest(Object.values(FIXTURES).map((one) => layoutGenogram(one))),
    )
  })

  it('[GL18] 100 people in one line of descent and 1,300 in a wide family are laid out in time', () => {
    const time = (input: GenogramInput) => {
      layoutGenogram(input)
      const start = performance.now()
      layoutGenogram(input)
      return performance.now() - start
    }
    // Ten times the bounds: this keeps out what grows without end, and fails on no busy machine.
    expect(time(wide(100))).toBeLessThan(2_000)
    expect(time(wide(1300))).toBeLessThan(20_000)
  })
})

/** Couples with three children each, of whom the first two marry somebody from outside. */
function wide(count: number): GenogramInput {
  const builder = new FamilyBuilder()
  let made = 1
  const waiting = ['p0']
  while (made < count) {
    const parent = waiting.shift() as string
    const children = [1, 2, 3].map((i) => `p${made + i}`)
    builder.couple(parent, `p${made}`, children)
    waiting.push(...children.slice(0, 2))
    made += 4
  }
  return builder.input()
}
