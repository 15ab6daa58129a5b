import { binMoments } from '@/components/timeline/moments'
import { restoreRecord } from '@/lib/case/commands/bin'
import { setTurningPoint } from '@/lib/case/commands/events'
import { putOnTimeline } from '@/lib/case/commands/facts'
import { addLane, collapseLane, moveLane, nameSides, removeLane } from '@/lib/case/commands/lanes'
import { addEvents, changeEvents } from '@/lib/case/commands/many'
import { renameLane } from '@/lib/case/commands/texts'
import { addThread, addToThread } from '@/lib/case/commands/threads'
import { setAgeOf, setPxPerYear, setScale, stepPxPerYear } from '@/lib/case/commands/views'
import { readCase } from '@/lib/case/doc'
import { type Row } from './row-kit'
import type { Hand } from './hand-kit'

const event = (id: string) => `events-${id}`
const toPart = (hand: Hand) => hand.press('Weergave')
const toLanes = async (hand: Hand) => hand.press('Weergave', 'Kanten en lijnen')

/** Several moments at once, lanes, and how the line is drawn. */
export const LINE_ROWS: readonly Row[] = [
  {
    does: 'binEvents',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.press('Gooi dit moment weg')
    },
    canvas: ({ session, id }) => binMoments(session, [id.move]),
  },
  {
    does: 'addEvents',
    list: async (hand) => {
      await hand.paste('2012\tOpa valt\n2013\tOpa komt thuis')
      await hand.press('Zet 2 momenten erbij')
    },
    canvas: ({ doc, me }) =>
      addEvents(
        doc,
        me,
        ['Opa valt', 'Opa komt thuis'].map((title, i) => ({
          kind: 'family',
          side: 'family',
          date: `${2012 + i}`,
          originalText: `${2012 + i}`,
          title,
        })),
      ),
  },
  {
    does: 'changeEvents',
    list: async (hand) => {
      await hand.press('Kies meer momenten', 'Kies Verhuizing', 'Kies Gesprek')
      await hand.enter('Belangrijk', 'Heel belangrijk')
    },
    canvas: ({ doc, me, id }) =>
      changeEvents(doc, me, { ids: [id.move, id.talk], change: { what: 'crucial', crucial: true } }),
  },
  {
    does: 'addThread',
    list: async (hand) => {
      await hand.press('Kies meer momenten', 'Kies Verhuizing', 'Kies Gesprek')
      await hand.enter('Rode draad', 'Nieuw…')
      await hand.write('Hoe noem je het?', 'Weer weg')
      await hand.press('Maak')
    },
    canvas: ({ doc, me, id }) =>
      addThread(doc, me, { form: 'loop', title: 'Weer weg', items: [id.move, id.talk].sort() }),
  },
  {
    does: 'addToThread',
    list: async (hand) => {
      await hand.press('Kies meer momenten', 'Kies Kiezen', 'Kies Gesprek')
      await hand.enter('Rode draad', 'Verhuizen')
    },
    canvas: ({ doc, me, id }) => addToThread(doc, me, { id: id.thread, items: [id.turn, id.talk].sort() }),
  },
  {
    does: 'putOnTimeline',
    list: async (hand, id) => {
      await hand.press('Familie en netwerk')
      await hand.open(`people-${id.iris}`)
      await hand.press('Meer over diegene', 'Op de tijdlijn zetten')
    },
    canvas: ({ doc, me, id }) =>
      putOnTimeline(doc, me, {
        fact: { kind: 'birth', id: id.iris, phase: null },
        title: 'Iris geboren',
        side: 'family',
      }),
  },
  {
    does: 'renameLane',
    list: async (hand) => {
      await toLanes(hand)
      await hand.write('Naam van School', 'De Regenboog')
    },
    canvas: ({ doc, me, id }) => renameLane(doc, me, { id: id.school, name: 'De Regenboog' }),
  },
  {
    does: 'addLane',
    list: async (hand) => {
      await toLanes(hand)
      await hand.write('Nieuwe lijn', 'Oma')
      await hand.press('Zet erbij')
    },
    canvas: ({ doc, me, id }) =>
      addLane(doc, me, { name: 'Oma', kind: 'person', about: id.oma, place: 'below' }),
  },
  {
    does: 'moveLane',
    list: async (hand) => {
      await toLanes(hand)
      await hand.press('School omhoog')
    },
    canvas: ({ doc, me, id }) => moveLane(doc, me, { id: id.school, place: 'below', index: 0 }),
  },
  {
    does: 'collapseLane',
    list: async (hand) => {
      await toLanes(hand)
      await hand.press('Klap School dicht')
    },
    canvas: ({ doc, me, id }) => collapseLane(doc, me, { id: id.school, collapsed: true }),
  },
  {
    does: 'removeLane',
    list: async (hand) => {
      await toLanes(hand)
      await hand.press('Haal School weg')
    },
    canvas: ({ doc, me, id }) => removeLane(doc, me, { id: id.school, to: null }),
  },
  {
    does: 'nameSides',
    list: async (hand) => {
      await toLanes(hand)
      await hand.press('Wat er gebeurde en hoe het was')
    },
    canvas: ({ doc, me }) => nameSides(doc, me, { professional: 'Wat er gebeurde', family: 'Hoe het was' }),
  },
  {
    does: 'setScale',
    list: async (hand) => {
      await toPart(hand)
      await hand.press('Lege stukken inkorten')
    },
    canvas: ({ doc, me }) => setScale(doc, me, 'compressed'),
  },
  {
    does: 'setPxPerYear',
    list: async (hand) => {
      await toPart(hand)
      await hand.press('Breder')
    },
    canvas: ({ doc, me }) => {
      const now = readCase(doc).views.find(({ id }) => id === 'timeline')?.pxPerYear ?? 0
      return setPxPerYear(doc, me, stepPxPerYear(now, 1))
    },
  },
  {
    does: 'setAgeOf',
    list: async (hand) => {
      await toPart(hand)
      await hand.pick('Wiens leeftijd staat bij de jaren?', 'Iris')
    },
    canvas: ({ doc, me, id }) => setAgeOf(doc, me, id.iris),
  },
  {
    does: 'restoreRecord',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.press('Gooi dit moment weg')
      await hand.press('Mensen', 'Prullenbak', 'Zet terug: Verhuizing')
      await hand.open(event(id.move))
      await hand.press('Keerpunt')
    },
    canvas: ({ doc, session, me, id }) => {
      binMoments(session, [id.move])
      restoreRecord(doc, me, { kind: 'events', id: id.move })
      setTurningPoint(doc, me, { id: id.move, turningPoint: true })
    },
  },
]
