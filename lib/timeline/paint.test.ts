import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '@/lib/dates/bounds'
import { textWidth } from '@/lib/text/widths'
import { CARD_TEXT, cardText } from './cardText'
import { layoutTimeline } from './layout'
import { CARD_W } from './metrics'
import { paintTimeline } from './paint'
import { stemPath } from './stem'
import { PAPER_THEME } from './theme'
import type { CardContent, DrawingWords, TimelineEvent, TimelineLane } from './types'

const lanes: TimelineLane[] = [
  { id: 'professional', place: 'above', order: 'a0' },
  { id: 'family', place: 'below', order: 'a1' },
]
const settings = { today: dayOf(2026, 3, 14), pxPerYear: 120, birth: '2000', locale: 'nl' as const }
const words: DrawingWords = {
  title: 'Tijdlijn',
  emptyYears: (years) => `${years} jaar niets`,
  now: 'nu',
  undated: 'Datum onbekend',
  sides: new Map([
    ['professional', 'Professionals'],
    ['family', 'Gezin & <netwerk>'],
  ]),
}

function event(id: string, date: string | null, change: Partial<TimelineEvent> = {}): TimelineEvent {
  return { id, date, side: 'family', kind: 'family', order: 'a0', ...change }
}

function content(title: string, change: Partial<CardContent> = {}): CardContent {
  const rest = { teller: '', dateText: '2015', kindText: 'gezin', kind: 'family', tint: 'family' } as const
  const flags = { crucial: false, turningPoint: false, proposed: false, hasPicture: false, takes: 0 }
  return { title, who: '', ...flags, ...rest, ...change }
}

function paint(events: readonly TimelineEvent[], cards: ReadonlyMap<string, CardContent>): string {
  return paintTimeline(layoutTimeline(events, lanes, settings), cards, PAPER_THEME, words)
}

/** An end that loses height as well as colour, and slanted lines. */
const SOFT = /height="2.4" fill="#[0-9a-f]{6}" fill-opacity="0\.1/
const HATCH = /d="(?:M[-\d.]+ [-\d.]+L[-\d.]+ [-\d.]+){5}/

/** A strict reading of the XML that we write: the error, or null when it is well-formed. */
function xmlError(xml: string): string | null {
  const open: string[] = []
  const token =
    /<(\/?)([A-Za-z]+)((?: [A-Za-z0-9:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*)(\/?)>|[^<]+|</gy
  for (const [all, end, name = '', attributes = '', self] of xml.matchAll(token)) {
    if (all === '<') return 'a stray <'
    if (name === '') {
      if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(all)) return `a stray & in ${all}`
      // oxlint-disable-next-line no-control-regex -- these are what XML forbids
      if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(all)) return 'a forbidden character'
      if (/\p{Cs}/u.test(all)) return 'half a surrogate'
      continue
    }
    const keys = [...attributes.matchAll(/ ([A-Za-z0-9:-]+)="/g)].map(([, key]) => key)
    if (new Set(keys).size < keys.length) return `twice the same attribute in ${all}`
    if (end && open.pop() !== name) return `</${name}> closes something else`
    if (!end && !self) open.push(name)
  }
  return open.length > 0 ? `${open.join()} left open` : null
}

describe('paintTimeline', () => {
  it('[TL23] whatever people typed, the drawing is well-formed XML', () => {
    const hostile = [
      '</text><script>alert(1)</script>',
      '"\'><img src=x onerror=1>',
      ']]>&amp;&',
      '\u0000\u000B\uD800',
      '🙂 é €',
    ]
    const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 60 }))
    fc.assert(
      fc.property(text, text, text, (title, who, dateText) => {
        const svg = paint(
          [event('a', '2015~'), event('b', null)],
          new Map([
            ['a', content(title, { who, dateText })],
            ['b', content(who)],
          ]),
        )
        expect(xmlError(svg)).toBeNull()
        expect(svg).not.toContain('<script')
        expect(svg).not.toContain('<img')
      }),
    )
  })

  it('[TL23] the check itself finds what is wrong', () => {
    for (const bad of ['<a>', '<a></b>', '<a b="1" b="2"/>', '<a>&nbsp;</a>', '<a b="<"/>', '<a>\u0001</a>'])
      expect(xmlError(bad)).not.toBeNull()
    expect(xmlError('<a b="&lt;"><c/>x &amp; y</a>')).toBeNull()
  })

  it('[TL24] no word of a card is wider than its room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 90 }),
        fc.string({ maxLength: 60 }),
        fc.boolean(),
        (title, who, crucial) => {
          const said = cardText(content(title, { who, crucial }))
          expect(said.title.length).toBeLessThanOrEqual(2)
          for (const line of said.title)
            expect(textWidth(line, CARD_TEXT.title.px, 'bold')).toBeLessThanOrEqual(
              CARD_W - 2 * CARD_TEXT.pad,
            )
          expect(CARD_TEXT.who.x + textWidth(said.who, CARD_TEXT.who.px, 'bold')).toBeLessThan(
            CARD_W - (crucial ? 20 : 4),
          )
        },
      ),
    )
  })

  it('[TL24] a date is never cut for the sake of the kind; who told it stands in for who', () => {
    const long = content('x', {
      kindText: 'zo was het voor mij',
      dateText: 'tussen 2017 en 2018',
      teller: 'oma',
    })
    expect(cardText(long)).toMatchObject({ small: 'tussen 2017 en 2018', who: 'oma' })
    expect(cardText({ ...long, kindText: 'gezin' }).small).toBe('gezin · tussen 2017 en 2018')
  })

  it('[TL25] what colour says, form says too: dashes for doubt, hatching for a gap, soft ends and an arrow', () => {
    const one = (date: string, kind: TimelineEvent['kind'] = 'family') =>
      paint([event('a', date, { kind })], new Map([['a', content('x', { kind })]]))
    const plain = one('2015')
    expect(plain).not.toContain('stroke-dasharray="3 2.5"')
    expect(plain).not.toMatch(SOFT)
    expect(plain).not.toMatch(HATCH)
    expect(one('2015?')).toContain('stroke-dasharray="3 2.5"')
    expect(one('2015-03-01?')).toContain('stroke-dasharray="3 2.5"')
    expect(one('2015~')).toMatch(SOFT)
    expect(one('2015/2016', 'gap')).toMatch(HATCH)
    expect(one('2015/..')).toContain('stroke-linecap="round"')
    expect(plain).not.toContain('stroke-linecap="round"')
    expect(one('2015-03-01')).toContain('<circle')
  })

  it('[TL26] the drawing names its sides, its dock and now, and the same input gives the same bytes', () => {
    const events = [event('a', '2015'), event('b', null)]
    const cards = new Map([
      ['a', content('Opa')],
      ['b', content('Papa')],
    ])
    const svg = paint(events, cards)
    for (const part of [
      'PROFESSIONALS',
      'GEZIN &amp; &lt;NETWERK&gt;',
      'Datum onbekend',
      '>nu<',
      '>2015<',
      '>15 jr<',
    ])
      expect(svg).toContain(part)
    expect(paint(events.toReversed(), cards)).toBe(svg)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img"/)
  })

  it('[TL27] a stem is straight, and bends only between the years and the first row', () => {
    const day = (id: string) => event(id, '2015-03-01', { side: 'professional' })
    const layout = layoutTimeline([day('a'), day('b')], lanes, settings)
    const [a, b] = layout.cards.map((card) => stemPath(card, layout))
    expect(a).toMatch(/^M[\d.]+ 0V-[\d.]+$/)
    expect(b).toContain('C')
    expect(
      stemPath(
        {
          x: 0,
          y: 0,
          w: 1,
          h: 1,
          id: 'd',
          place: 'above',
          laneId: 'professional',
          baseY: 0,
          stemX: null,
          poleX: null,
        },
        layout,
      ),
    ).toBe('')
  })
})
