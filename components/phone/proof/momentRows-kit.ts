import { setEventAnchor } from '@/lib/case/commands/dates'
import { makeDream } from '@/lib/case/commands/dream'
import {
  addEvent,
  moveEvent,
  setBackground,
  setCrucial,
  setEventDate,
  setEventKind,
  setEventSide,
  setSource,
  setTurningPoint,
} from '@/lib/case/commands/events'
import { addName, confirmName, removeName } from '@/lib/case/commands/names'
import { unlinkOrganisation } from '@/lib/case/commands/organisations'
import { unlinkPerson } from '@/lib/case/commands/people'
import {
  addExit,
  moveExit,
  removeExit,
  setAsked,
  setExitStatus,
  setNoticed,
  setProposed,
  setRecognition,
} from '@/lib/case/commands/roundabout'
import { setTake, withdrawTake } from '@/lib/case/commands/takes'
import { setText } from '@/lib/case/commands/texts'
import { setToldBy } from '@/lib/case/commands/words'
import { type Row } from './row-kit'

const event = (id: string) => `events-${id}`

/** What a plain new moment says, as the form gives it. */
const NEW_MOMENT = {
  kind: 'family',
  side: 'family',
  date: null,
  anchor: null,
  originalText: '',
  title: 'Nieuwe school',
  description: '',
  names: [],
  source: null,
} as const

/** What one moment says. */
export const MOMENT_ROWS: readonly Row[] = [
  {
    does: 'addEvent',
    list: async (hand) => {
      await hand.press('Moment')
      await hand.write('Wat wil je vertellen?', 'Nieuwe school')
      await hand.press('Zet erbij')
    },
    canvas: ({ doc, me }) => addEvent(doc, me, NEW_MOMENT),
  },
  {
    does: 'setEventDate',
    also: 'moveEvent',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.write('Wanneer?', '2015')
    },
    canvas: ({ doc, me, id }) => moveEvent(doc, me, { id: id.move, days: 365, locale: 'nl' }),
  },
  {
    does: 'setEventDate',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.write('Wanneer?', 'rond 2015')
    },
    canvas: ({ doc, me, id }) =>
      setEventDate(doc, me, { id: id.move, date: '2015~', originalText: 'rond 2015' }),
  },
  {
    does: 'setEventAnchor',
    list: async (hand, id) => {
      await hand.open(event(id.talk))
      await hand.write('Wanneer?', 'toen Iris 6 was')
    },
    canvas: ({ doc, me, id }) =>
      setEventAnchor(doc, me, {
        id: id.talk,
        anchor: { kind: 'person', id: id.iris, relation: 'at', age: 6, span: null },
        originalText: 'toen Iris 6 was',
      }),
  },
  {
    does: 'setEventKind',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.press('beslismoment')
    },
    canvas: ({ doc, me, id }) => setEventKind(doc, me, { id: id.move, kind: 'decision' }),
  },
  {
    does: 'setEventSide',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.press('School')
    },
    canvas: ({ doc, me, id }) => setEventSide(doc, me, { id: id.move, side: id.school }),
  },
  {
    does: 'setCrucial',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.press('Heel belangrijk moment')
    },
    canvas: ({ doc, me, id }) => setCrucial(doc, me, { id: id.move, crucial: true }),
  },
  {
    does: 'setTurningPoint',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.press('Keerpunt')
    },
    canvas: ({ doc, me, id }) => setTurningPoint(doc, me, { id: id.move, turningPoint: true }),
  },
  {
    does: 'setBackground',
    list: async (hand, id) => {
      await hand.open(event(id.stay))
      await hand.press('Teken dit als tijdvak achter de lijn')
    },
    canvas: ({ doc, me, id }) => setBackground(doc, me, { id: id.stay, background: true }),
  },
  {
    does: 'setSource',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.pick('Verteld vanuit', 'netwerk')
    },
    canvas: ({ doc, me, id }) => setSource(doc, me, { id: id.move, source: 'network' }),
  },
  {
    does: 'setToldBy',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.pick('Van wie zijn deze woorden?', 'Oma')
    },
    canvas: ({ doc, me, id }) =>
      setToldBy(doc, me, {
        id: id.move,
        toldBy: { person: id.oma, principal: null, name: '' },
        circle: 'family',
      }),
  },
  {
    does: 'makeDream',
    list: async (hand, id) => {
      await hand.open(event(id.talk))
      await hand.press('droom')
    },
    canvas: ({ doc, me, id }) => makeDream(doc, me, { id: id.talk, person: id.iris }),
  },
  {
    does: 'typing',
    also: 'setText',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.write('Wat gebeurde er?', 'Verhuizing naar opa')
    },
    canvas: ({ doc, me, id }) =>
      setText(doc, me, { kind: 'events', id: id.move, field: 'title', text: 'Verhuizing naar opa' }),
  },
  {
    does: 'addName',
    list: async (hand, id) => {
      await hand.open(event(id.talk))
      await hand.write('Naam toevoegen', 'Buurman')
      await hand.press('Voeg toe')
    },
    canvas: ({ doc, me, id }) => addName(doc, me, { id: id.talk, name: 'Buurman' }),
  },
  {
    does: 'removeName',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.press('Haal Juf Mies weg')
    },
    canvas: ({ doc, me, id }) => removeName(doc, me, { id: id.move, name: 'Juf Mies' }),
  },
  {
    does: 'confirmName',
    list: (hand) => hand.press('Mensen', 'Wie is Juf Mies?', 'Een nieuwe persoon'),
    canvas: ({ doc, me }) => confirmName(doc, me, { name: 'Juf Mies', as: 'person' }),
  },
  {
    does: 'unlinkPerson',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.press('Haal Oma weg')
    },
    canvas: ({ doc, me, id }) => unlinkPerson(doc, me, { id: id.move, person: id.oma }),
  },
  {
    does: 'unlinkOrganisation',
    list: async (hand, id) => {
      await hand.open(event(id.move))
      await hand.press('Haal Wijkteam weg')
    },
    canvas: ({ doc, me, id }) => unlinkOrganisation(doc, me, { id: id.move, organisation: id.wijkteam }),
  },
  {
    does: 'setTake',
    list: async (hand, id) => {
      await hand.open(event(id.talk))
      await hand.press('Wat zien we?', 'gevoel')
    },
    canvas: ({ doc, me, id }) =>
      setTake(doc, me, { eventId: id.talk, author: 'ann', fields: { nature: 'feeling' } }),
  },
  {
    does: 'withdrawTake',
    list: async (hand, id) => {
      await hand.open(event(id.talk))
      await hand.press('Trek terug')
    },
    canvas: ({ doc, me, id }) => withdrawTake(doc, me, { eventId: id.talk, author: 'ann' }),
  },
  {
    does: 'addExit',
    list: async (hand, id) => {
      await hand.open(event(id.turn))
      await hand.press('Afslag erbij')
    },
    canvas: ({ doc, me, id }) => addExit(doc, me, { id: id.turn }),
  },
  {
    does: 'setExitStatus',
    list: async (hand, id) => {
      await hand.open(event(id.turn))
      await hand.press('genomen')
    },
    canvas: ({ doc, me, id }) => setExitStatus(doc, me, { id: id.turn, exit: id.first, status: 'taken' }),
  },
  {
    does: 'moveExit',
    list: async (hand, id) => {
      await hand.open(event(id.turn))
      await hand.press('Zet afslag 2 hoger')
    },
    canvas: ({ doc, me, id }) => moveExit(doc, me, { id: id.turn, exit: id.second, direction: 'up' }),
  },
  {
    does: 'removeExit',
    list: async (hand, id) => {
      await hand.open(event(id.turn))
      await hand.press('Haal afslag 1 weg')
    },
    canvas: ({ doc, me, id }) => removeExit(doc, me, { id: id.turn, exit: id.first }),
  },
  {
    does: 'setNoticed',
    list: async (hand, id) => {
      await hand.open(event(id.turn))
      await hand.press('pas nu')
    },
    canvas: ({ doc, me, id }) => setNoticed(doc, me, { id: id.turn, noticed: 'now' }),
  },
  {
    does: 'setAsked',
    list: async (hand, id) => {
      await hand.open(event(id.turn))
      await hand.press('Koen')
    },
    canvas: ({ doc, me, id }) => setAsked(doc, me, { id: id.turn, person: id.koen, asked: true }),
  },
  {
    does: 'setRecognition',
    list: async (hand, id) => {
      await hand.open(event(id.turn))
      await hand.press('ja')
    },
    canvas: ({ doc, me, id }) =>
      setRecognition(doc, me, { id: id.turn, key: id.oma, answer: 'yes', name: 'Oma' }),
  },
  {
    does: 'setProposed',
    list: async (hand, id) => {
      await hand.open(event(id.turn))
      await hand.press('We hebben het gevraagd')
    },
    canvas: ({ doc, me, id }) => setProposed(doc, me, { id: id.turn, proposed: false }),
  },
]
