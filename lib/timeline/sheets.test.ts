import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '@/lib/dates/bounds'
import { layoutTimeline } from './layout'
import { legendOf } from './legend'
import { cutsOf, planSheets } from './sheetPlan'
import { paperSize, timelineSheets, type SheetWords } from './sheets'
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

describe('timelineSheets', () => {
  it('[XP5] every card is whole on at least one sheet, whatever the case and the paper', () => {
    fc.assert(
      fc.property(
        events,
        fc.constantFrom<'a4' | 'a3'>('a4', 'a3'),
        fc.constantFrom<'landscape' | 'portrait'>('landscape', 'portrait'),
        (all, paper, orientation) => {
          const cards = new Map(all.map(({ id, kind }) => [id, { ...card, kind }]))
          const sheets = timelineSheets(
            { cards, theme: PRINT_THEME, words },
            (pxPerYear) => layoutTimeline(all, lanes, { ...settings, pxPerYear }),
            { paper, orientation },
          )
          const shown = new Set(sheets.flatMap(({ cardIds }) => cardIds))
          expect(all.filter(({ id }) => !shown.has(id))).toEqual([])
          for (const { box } of sheets)
            expect(box).toEqual({ x: 0, y: 0, ...paperSize({ paper, orientation }) })
        },
      ),
      { numRuns: 12 },
    )
  })

  it('[XP6] pieces cover everything, overlap, and leave nothing cut that is less than half a piece', () => {
    const item = fc.record({
      from: fc.integer({ min: 0, max: 3_000 }),
      size: fc.integer({ min: 1, max: 260 }),
    })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), fc.integer({ min: 600, max: 900 }), (all, size) => {
        const items = all.map(({ from, size: w }) => ({ from, to: from + w }))
        const end = Math.max(...items.map(({ to }) => to), 1)
        const pieces = cutsOf(items, { from: 0, to: end }, size)
        expect(pieces[0]?.from).toBe(0)
        expect(pieces.at(-1)?.to).toBe(end)
        pieces.slice(1).forEach((piece, i) => expect(piece.from).toBeLessThanOrEqual(pieces[i]!.to - 40))
        for (const { from, to } of items)
          expect(pieces.some((piece) => piece.from <= from && to <= piece.to)).toBe(true)
      }),
    )
  })

  it('[XP6] few events stand on one sheet; two rows of sheets both have the axis', () => {
    const many = (count: number, date: (i: number) => string) =>
      Array.from({ length: count }, (_, i): TimelineEvent => {
        const side = i % 2 ? 'family' : 'professional'
        return { id: `e${i}`, date: date(i), side, kind: 'family', order: `a${i}` }
      })
    const plan = (all: TimelineEvent[]) =>
      planSheets((pxPerYear) => layoutTimeline(all, lanes, { ...settings, pxPerYear }), { w: 780, h: 390 })
    expect(plan(many(6, (i) => String(2012 + 2 * i))).rows.map((row) => row.length)).toEqual([1])
    const two = plan(many(10, () => '2015-05-01')).rows
    expect(two.length).toBe(2)
    for (const [part] of two) {
      expect(part!.y).toBeLessThan(-20)
      expect(part!.y + part!.h).toBeGreaterThan(60)
    }
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
    const sheets = timelineSheets(
      { cards: new Map(), theme: PRINT_THEME, words },
      (pxPerYear) => layoutTimeline([], lanes, { ...settings, pxPerYear }),
      { paper: 'a4', orientation: 'landscape' },
    )
    expect(sheets).toHaveLength(1)
    expect(sheets[0]?.shapes.length).toBeGreaterThan(3)
  })
})
