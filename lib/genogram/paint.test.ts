import { describe, expect, it } from 'vitest'
import { group, textsOf, type Shape } from '@/lib/drawing/shapes'
import { LOCALES } from '@/lib/i18n/locale'
import { MESSAGES } from '@/lib/i18n/messages'
import { leadLines } from './leadLines'
import { legendOf } from './legend'
import { drawGenogram, paintGenogram } from './paint'
import { content, layoutOf, placed, relation } from './paint-kit'
import type { GenogramDrawing, GenogramPicture } from './picture'
import { GENOGRAM_THEME as THEME } from './theme'
import type { PersonContent, PlacedChildLine, PlacedUnion, UnionContent } from './types'
import { PARENTAGE_TYPES, PHASE_TYPES, RELATION_TYPES, SUPPORT } from './vocabulary'
import { relationWords } from './words'

const HOW: GenogramDrawing = {
  style: { profile: 'mcgoldrick', cross: 'beside', innerGender: false },
  theme: THEME,
  words: MESSAGES.nl.genogram,
  legend: true,
}

/** Two parents who are divorced, their child, a worker and a deceased grandfather; one line, one household. */
function family(more: Partial<GenogramPicture> = {}): GenogramPicture {
  const people = new Map<string, PersonContent>([
    ['f', content({ name: 'Ruud', gender: 'male', age: '46' })],
    ['m', content({ name: 'Fatiha <3', age: '44' })],
    ['c', content({ name: 'Sanne', index: true })],
    ['w', content({ name: 'Yara', circle: 'professional', gender: 'unknown', age: '' })],
    ['o', content({ name: 'Opa', gender: 'male', deceased: true, age: '80', years: '1920 – 2000' })],
  ])
  const at = { f: [0, 0], m: [160, 0], c: [80, 160], w: [300, 160], o: [400, 0] } as const
  const union: PlacedUnion = {
    id: 'u',
    partners: ['f', 'm'],
    line: {
      x1: 20,
      x2: 140,
      y: 0,
      top1: 0,
      top2: 0,
      points: [
        { x: 20, y: 0 },
        { x: 140, y: 0 },
      ],
    },
    jumps: [],
    contradiction: false,
    related: false,
    drop: { x: 80, y: 0 },
    barY: 100,
    bar: { x1: 80, x2: 80 },
  }
  const child: PlacedChildLine = {
    id: 'p',
    union: 'u',
    child: 'c',
    type: 'adopted',
    ended: false,
    points: [
      { x: 80, y: 100 },
      { x: 80, y: 140 },
    ],
    jumps: [],
    stretched: false,
  }
  const layout = layoutOf(
    Object.entries(at).map(([id, [x, y]]) => placed(id, x, y, people.get(id))),
    { unions: [union], childLines: [child] },
  )
  const picture = {
    title: 'Sanne en haar familie',
    layout,
    people,
    unions: new Map<string, UnionContent>([
      [
        'u',
        {
          base: 'marriage',
          ending: 'divorce',
          reconciled: false,
          label: 'getrouwd 1998 · gescheiden 2013',
          moreChildren: 'no',
        },
      ],
    ]),
    relations: [
      relation('r1', 'c', 'w', {
        type: 'harmony',
        ended: true,
        support: ['advice'],
        accordingTo: 'volgens Sanne',
        secret: true,
      }),
    ],
    households: [{ id: 'h', name: 'Bij Ruud', members: ['f', 'c'], order: 'a0' }],
    parallels: [{ id: 'x', left: ['r1'], right: ['u'] }],
    ...more,
  }
  return { ...picture, ...leadLines(picture, HOW.style, HOW.words), ...more }
}

/** All forms in the order of drawing, groups opened. */
function flat(shapes: readonly Shape[]): Shape[] {
  return shapes.flatMap((shape) => (shape.type === 'group' ? flat(shape.shapes) : [shape]))
}

describe('drawGenogram', () => {
  it('[GD40] households lie behind, then the family’s lines, then relations, then symbols, and words on top', () => {
    const { shapes } = drawGenogram(family({ parallels: [] }), { ...HOW, legend: false })
    const all = flat(shapes)
    const place = (test: (shape: Shape) => boolean) => all.findIndex(test)
    const places = [
      place((shape) => shape.type === 'path' && shape.evenOdd === true),
      place((shape) => shape.type === 'path' && shape.d === 'M20 0L140 0'),
      place((shape) => shape.type === 'text' && shape.text === 'R'),
      place((shape) => shape.type === 'text' && shape.text === 'Sanne'),
      place((shape) => shape.type === 'text' && shape.text.endsWith('volgens Sanne')),
    ]
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
  })

  it('[GD41] what people typed is words and nothing else, and the same picture has the same bytes', () => {
    const svg = paintGenogram(family(), HOW)
    expect(svg).toContain('Fatiha &lt;3')
    expect(paintGenogram(family(), HOW)).toBe(svg)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('[GD42] everything lies inside the drawing, the legend too', () => {
    const { box, shapes } = drawGenogram(family(), HOW)
    const inside = (shapes: readonly Shape[], dx: number, dy: number): void => {
      for (const shape of shapes) {
        if (shape.type === 'group') inside(shape.shapes, dx + shape.x, dy + shape.y)
        if (shape.type !== 'text') continue
        expect([shape.text, dx + shape.x >= box.x && dx + shape.x <= box.x + box.w]).toEqual([
          shape.text,
          true,
        ])
        expect([shape.text, dy + shape.y >= box.y && dy + shape.y <= box.y + box.h]).toEqual([
          shape.text,
          true,
        ])
      }
    }
    inside([group(0, 0, shapes)], 0, 0)
    const label = 'getrouwd 1998 · uit elkaar 2005 · weer bij elkaar 2006 · gescheiden 2013'
    const long = family()
    const lived = new Map([...long.unions].map(([id, union]) => [id, { ...union, label }]))
    const tall = drawGenogram({ ...long, unions: lived }, HOW)
    const highest = Math.min(...textsOf(tall.shapes).map(({ y }) => y))
    expect(tall.box.y).toBeLessThan(highest - 11)
    expect(tall.box.y).toBeLessThan(box.y)
    const row = ['a', 'b', 'c', 'd', 'e'].map((id, i) => placed(id, i * 90, 0))
    const apart = {
      layout: layoutOf(row),
      unions: new Map(),
      households: [],
      relations: [relation('r', 'a', 'e')],
    }
    const high = { ...family(), ...apart, ...leadLines(apart, HOW.style, HOW.words), parallels: [] }
    expect(high.tracks[0]!.mid.y).toBeLessThan(high.layout.bounds.y - 34)
    expect(drawGenogram(high, HOW).box.y).toBeLessThan(high.tracks[0]!.mid.y)
  })

  it('[GD43] an empty picture is an empty sheet', () => {
    const nobody = { ...layoutOf([placed('a', 0, 0)]), people: [] }
    const picture = {
      ...family(),
      layout: nobody,
      people: new Map(),
      relations: [],
      tracks: [],
      outlines: [],
      parallels: [],
    }
    expect(textsOf(drawGenogram(picture, HOW).shapes)).toEqual([])
  })

  it('[GD44] what is said beside a line: its name unless it is an everyday one, that it is over, and who says so', () => {
    const said = (more: object) => relationWords(relation('r', 'a', 'b', more), MESSAGES.nl.genogram)
    expect(said({ type: 'conflict' })).toBe('')
    expect(said({ type: 'jealous', accordingTo: 'volgens Sanne' })).toBe('jaloers · volgens Sanne')
    expect(said({ type: 'close', ended: true })).toBe('niet meer')
  })

  it('[GD45] the line from one parent begins below their words', () => {
    const parent = placed('a', 0, 0, content({ name: 'Fatiha' }))
    const alone: PlacedUnion = {
      id: 'alone-a',
      partners: ['a'],
      line: null,
      jumps: [],
      contradiction: false,
      related: false,
      drop: { x: 0, y: 20 },
      barY: 100,
      bar: null,
    }
    const layout = layoutOf([parent], { unions: [alone] })
    const picture = {
      ...family(),
      layout,
      people: new Map([['a', content({ name: 'Fatiha' })]]),
      outlines: [],
      tracks: [],
    }
    const line = flat(drawGenogram(picture, { ...HOW, legend: false }).shapes).find(
      (shape) => shape.type === 'path' && shape.d.endsWith('L0 100'),
    )
    const top = Number(/^M0 ([\d.]+)/.exec(line?.type === 'path' ? line.d : '')![1])
    expect(top).toBeGreaterThan(parent.labelY + parent.labelH)
  })
})

describe('legendOf', () => {
  it('[GD46] a legend names what is in the picture, and only that', () => {
    expect(legendOf(family(), HOW).map(({ key }) => key)).toEqual([
      'gender-male',
      'gender-female',
      'worker',
      'index',
      'deceased',
      'phase-marriage',
      'phase-divorce',
      'more-children-no',
      'parentage-adopted',
      'relation-harmony',
      'ended-relation',
      'secret-bond',
      'support-advice',
      'household',
      'parallel',
    ])
    for (const { name, shapes } of legendOf(family(), HOW)) {
      expect(name).not.toBe('')
      expect(shapes.length).toBeGreaterThan(0)
    }
  })
})

describe.each(LOCALES)('words in %s', (locale) => {
  it('[GD47] every word of the vocabulary has a name, and no two of one list the same', () => {
    const { phase, parentage, relation, support } = MESSAGES[locale].genogram
    const lists = [
      [PHASE_TYPES, phase],
      [PARENTAGE_TYPES, parentage],
      [RELATION_TYPES, relation],
      [SUPPORT, support],
    ] as const
    for (const [keys, names] of lists) {
      expect(Object.keys(names).sort()).toEqual([...keys].sort())
      expect(new Set(Object.values(names)).size).toBe(keys.length)
    }
  })
})
