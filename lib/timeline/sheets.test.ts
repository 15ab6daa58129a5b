import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textsOf } from '@/lib/drawing/shapes'
import { dayOf } from '@/lib/dates/bounds'
import { layoutTimeline } from './layout'
import { legendOf } from './legend'
import { paperSize, type SheetWords } from './sheetFrame'
import { planSheets } from './sheetPlan'
import { timelineSheets } from './sheets'
import { PRINT_THEME } from './theme'
import type { CardContent, TimelineEvent, TimelineLane } from './types'

const lanes: TimelineLane[] = [
  { id: 'professional', place: 'above', order: 'a0' },
  { id: 'family', place: 'below', order: 'a1' },
]
const settings = { today: dayOf(2026, 11, 24), birth: '2009', locale: 'nl' as const }
const words: SheetWords = {
  title: 'Tijdlijn',
  heading: 'Iris',
  question: 'Wat is er nodig?',
  made: 'vandaag',
  note: '',
  now: 'nu',
  undated: 'Nog zonder datum',
  sides: new Map([['family', 'Gezin']]),
  emptyYears: String,
  sheet: (n, of) => `${n}/${of}`,
  alsoOn: (n) => `ook op ${n}`,
  goesOn: (what) => `${what}, vervolg`,
  exit: { taken: 'genomen', passed: 'niet genomen', unseen: 'niet gezien' },
  repeats: (title) => `Herhaalt zich: ${title}`,
  legend: (key) => ('kind' in key ? key.kind : key.sign),
}
const card: CardContent = {
  title: 'Opa overlijdt',
  who: 'Iris',
  teller: '',
  dateText: '2015',
  kindText: 'gezin',
  kind: 'family',
  tint: 'family',
  crucial: false,
  turningPoint: false,
  proposed: false,
  hasPicture: false,
  takes: 0,
}

const events: fc.Arbitrary<TimelineEvent[]> = fc
  .array(
    fc.record({
      date: fc.oneof(
        fc.constant(null),
        fc.integer({ min: 1990, max: 2026 }).map(String),
        fc.integer({ min: 1990, max: 2024 }).map((year) => `${year}/${year + 1}`),
        fc.integer({ min: 1990, max: 2026 }).map((year) => `${year}-05-01`),
      ),
      side: fc.constantFrom('professional', 'family'),
      kind: fc.constantFrom('family', 'decision', 'gap', 'dream', 'roundabout'),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map((one, i) => ({ ...one, id: `e${i}`, order: `a${i}` })))

/** A card as it is drawn: nobody else has its words. */
const cardsFor = (all: readonly TimelineEvent[]) =>
  new Map(all.map(({ id, kind }) => [id, { ...card, kind, title: `Kaart ${id}` }]))
const line = (all: readonly TimelineEvent[]) => ({
  events: all,
  lanes,
  settings: { ...settings, pxPerYear: 90 },
  loops: [],
})
const busy = (count: number, date: (i: number) => string | null) =>
  Array.from({ length: count }, (_, i): TimelineEvent => {
    const side = i % 2 ? 'family' : 'professional'
    return { id: `e${i}`, date: date(i), side, kind: 'family', order: `a${i}` }
  })
const paperOf = fc.constantFrom<'a4' | 'a3'>('a4', 'a3')
const standing = fc.constantFrom<'landscape' | 'portrait'>('landscape', 'portrait')

describe('timelineSheets', () => {
  it('[XP5] every card is drawn whole on one sheet, whatever the case and the paper', () => {
    let several = 0
    fc.assert(
      fc.property(events, paperOf, standing, (all, paper, orientation) => {
        // Forty of one summer with them: they never fit on one sheet of A4.
        const crowd = busy(40, () => '2015-22').map((one) => ({ ...one, id: `x${one.id}` }))
        const every = [...all, ...crowd]
        const sheets = timelineSheets({ cards: cardsFor(every), theme: PRINT_THEME, words }, line(every), {
          paper,
          orientation,
        })
        if (sheets.length > 1) several++
        expect(sheets.flatMap(({ cardIds }) => cardIds).sort()).toEqual(every.map(({ id }) => id).sort())
        for (const { box, shapes, cardIds } of sheets) {
          expect(box).toEqual({ x: 0, y: 0, ...paperSize({ paper, orientation }) })
          const [window] = shapes.filter((shape) => shape.type === 'window')
          if (!window) throw new Error('a sheet without its part of the line')
          expect(window.x).toBeGreaterThanOrEqual(20)
          expect(window.x + window.box.w * window.scale).toBeLessThanOrEqual(box.w - 20)
          expect(window.y + window.box.h * window.scale).toBeLessThanOrEqual(box.h - 20)
          // Titles of 8 points or more.
          expect(window.scale * 14).toBeGreaterThan(8)
          const drawn = window.shapes.filter((shape) => shape.type === 'group' && shape.title !== undefined)
          expect(drawn).toHaveLength(cardIds.length)
          for (const group of drawn) {
            if (group.type !== 'group') continue
            const [edge] = group.shapes
            if (edge?.type !== 'rect') throw new Error('a card without an edge')
            expect(group.x).toBeGreaterThanOrEqual(window.box.x)
            expect(group.x + edge.w).toBeLessThanOrEqual(window.box.x + window.box.w)
            expect(group.y).toBeGreaterThanOrEqual(window.box.y)
            expect(group.y + edge.h).toBeLessThanOrEqual(window.box.y + window.box.h)
          }
        }
      }),
      { numRuns: 12 },
    )
    expect(several).toBeGreaterThan(6)
  })

  it('[XP6] lying sheets go on where the one before ends, in order of date, and each has the axis', () => {
    const room = { w: 780, h: 410 }
    const many = busy(60, (i) => `${2000 + ((i * 7) % 25)}-0${1 + (i % 9)}`)
    const { sheets } = planSheets(line(many), room)
    expect(sheets.length).toBeGreaterThan(1)
    expect(sheets.length).toBeLessThan(6)
    sheets.forEach(({ part, time, layout }, i) => {
      expect(part.y).toBeLessThan(-20)
      expect(part.y + part.h).toBeGreaterThan(60)
      const before = sheets[i - 1]?.time
      expect(time).not.toBeNull()
      // No day between two sheets is left out.
      if (before) expect(time!.from).toBeLessThan(before.to)
      for (const { stemX } of layout.cards) {
        expect(stemX).toBeGreaterThanOrEqual(part.x)
        expect(stemX).toBeLessThanOrEqual(part.x + part.w)
      }
    })
  })

  it('[XP6] few events take one sheet, and no sheet is without a card', () => {
    const room = { w: 780, h: 410 }
    expect(planSheets(line(busy(6, (i) => String(2012 + 2 * i))), room).sheets).toHaveLength(1)
    const apart = planSheets(line(busy(40, (i) => (i < 20 ? '1960-05' : '2024-05'))), room).sheets
    for (const { layout } of apart) expect(layout.cards.length).toBeGreaterThan(0)
  })

  it('[XP21] standing sheets are read from top to bottom: lower, or on a next sheet, is later', () => {
    const many = busy(80, (i) => String(1990 + Math.floor(i / 3)))
    const sheets = timelineSheets({ cards: cardsFor(many), theme: PRINT_THEME, words }, line(many), {
      paper: 'a4',
      orientation: 'portrait',
    })
    expect(sheets.length).toBeGreaterThan(1)
    const years = sheets.map(({ cardIds }) =>
      cardIds.map((id) => Number(many.find((one) => one.id === id)!.date)),
    )
    years
      .slice(1)
      .forEach((own, i) => expect(Math.min(...own)).toBeGreaterThanOrEqual(Math.max(...years[i]!) - 1))
    const goesOn = sheets
      .slice(1)
      .filter(({ shapes }) => textsOf(shapes).some(({ text }) => text.endsWith(', vervolg')))
    expect(goesOn.length).toBeGreaterThan(0)
  })

  it('[XP21] a standing sheet has all words of a card: a long title, every way out, and what repeats itself', () => {
    const title =
      'Een heel lange titel die op geen enkele kaart past en hier toch helemaal moet staan, met alles erbij'
    const one: TimelineEvent = {
      id: 'r',
      date: '2015',
      side: 'family',
      kind: 'roundabout',
      order: 'a',
      exits: [
        {
          id: 'x',
          text: 'Een weg die niemand zag en die nergens afgebroken mag worden, ook niet hier',
          status: 'unseen',
        },
      ],
    }
    const other: TimelineEvent = { ...one, id: 's', kind: 'family', date: '2019', exits: [] }
    const cards = new Map<string, CardContent>([
      ['r', { ...card, kind: 'roundabout', title }],
      ['s', card],
    ])
    const loops = [{ id: 'l', title: 'Weer alleen', eventIds: ['r', 's'] }]
    const [sheet] = timelineSheets(
      { cards, theme: PRINT_THEME, words },
      { ...line([one, other]), loops },
      { paper: 'a4', orientation: 'portrait' },
    )
    const said = textsOf(sheet!.shapes)
      .map(({ text }) => text)
      .join(' ')
    expect(said).toContain(title)
    expect(said).toContain(`niet gezien: ${one.exits![0]!.text}`)
    expect(said.match(/Herhaalt zich: Weer alleen/g)).toHaveLength(2)
  })

  it('[XP7] the legend says what is used, and nothing else', () => {
    const all: TimelineEvent[] = [
      { id: 'a', date: '2015~', side: 'family', kind: 'family', order: 'a' },
      { id: 'b', date: '2016/2017', side: 'family', kind: 'gap', order: 'b' },
    ]
    const layout = layoutTimeline(all, lanes, { ...settings, pxPerYear: 100 })
    const cards = new Map<string, CardContent>([
      ['a', { ...card, crucial: true }],
      ['b', { ...card, kind: 'gap' }],
    ])
    expect(legendOf(layout, cards)).toEqual([
      { kind: 'family' },
      { kind: 'gap' },
      { sign: 'crucial' },
      { sign: 'about' },
      { sign: 'gap' },
    ])
    expect(legendOf(layoutTimeline([], lanes, { ...settings, pxPerYear: 100 }), new Map())).toEqual([])
  })

  it('[PR2] an empty line can be printed too', () => {
    const sheets = timelineSheets({ cards: new Map(), theme: PRINT_THEME, words }, line([]), {
      paper: 'a4',
      orientation: 'landscape',
    })
    expect(sheets).toHaveLength(1)
    expect(sheets[0]?.shapes.length).toBeGreaterThan(3)
  })
})
