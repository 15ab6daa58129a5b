import { binPeople, pinPeople, tidy } from '@/components/genogram/hands'
import { changeStake, putInField, takeOut } from '@/components/stakeholders/hands'
import { makeFamily } from '@/lib/case/commands/family'
import { setCircleShown, setGenogramStyle } from '@/lib/case/commands/genogramView'
import { addHousehold, setHouseholdDate, setHouseholdMember } from '@/lib/case/commands/households'
import { addOrganisation, setOrganisationKind } from '@/lib/case/commands/organisations'
import { addParallel, answerParallel } from '@/lib/case/commands/parallels'
import { unpin } from '@/lib/case/commands/pins'
import { addRelation, setRelation, setSupport, turnRelation } from '@/lib/case/commands/relations'
import { readCase } from '@/lib/case/doc'
import { dayOf } from '@/lib/dates/bounds'
import { readFamilyLine } from '@/lib/genogram/entry/readLine'
import type { Hand } from './hand-kit'
import type { Row } from './row-kit'
import type { Ids } from './story-kit'
import { card } from './peopleRows-kit'

const NOT_SAID = { date: null, originalText: '' }
const bond = async (hand: Hand, id: Ids) => {
  await hand.press('Familie en netwerk', 'Alle banden, in zinnen')
  await hand.open(`relations-${id.bond}`)
}
const look = async (hand: Hand) => hand.press('Familie en netwerk', 'Hoe het geno-sociogram getekend is')
/** The table; the link of the same name leads to the canvas. */
const field = (hand: Hand) => hand.pressLast('Krachtenveld')

/** What is between people, how they are drawn, and their place in the field. */
export const BETWEEN_ROWS: readonly Row[] = [
  {
    does: 'addHousehold',
    list: async (hand, id) => {
      await card(hand, id, 'ruud')
      await hand.press('Een huis erbij')
    },
    canvas: ({ doc, me, id }) => addHousehold(doc, me, { members: [id.ruud] }),
  },
  {
    does: 'setHouseholdMember',
    list: async (hand, id) => {
      await card(hand, id, 'iris')
      await hand.press('Verander dit huis', 'Oma woont hier niet')
    },
    canvas: ({ doc, me, id }) => setHouseholdMember(doc, me, { id: id.home, member: id.oma, present: false }),
  },
  {
    does: 'setHouseholdDate',
    list: async (hand, id) => {
      await card(hand, id, 'iris')
      await hand.press('Verander dit huis')
      await hand.write('Sinds wanneer, of van wanneer tot wanneer?', '2018')
    },
    canvas: ({ doc, me, id }) =>
      setHouseholdDate(doc, me, { id: id.home, date: '2018', originalText: '2018' }),
  },
  {
    does: 'addRelation',
    list: async (hand) => {
      await hand.press('Familie en netwerk', 'Alle banden, in zinnen')
      await hand.pick('Band van', 'Koen')
      await hand.pick('met', 'Sem')
      await hand.press('Zeg het', 'op afstand', 'Teken dit')
    },
    canvas: ({ doc, me, id }) =>
      addRelation(doc, me, {
        from: id.koen,
        to: id.sem,
        type: 'distant',
        ...NOT_SAID,
        support: [],
        accordingTo: null,
      }),
  },
  {
    does: 'setRelation',
    list: async (hand, id) => {
      await bond(hand, id)
      await hand.press('Ander woord', 'hechte band')
    },
    canvas: ({ doc, me, id }) => setRelation(doc, me, { id: id.bond, type: 'close' }),
  },
  {
    does: 'turnRelation',
    list: async (hand, id) => {
      await bond(hand, id)
      await hand.press(/^Draai om/u)
    },
    canvas: ({ doc, me, id }) => turnRelation(doc, me, id.bond),
  },
  {
    does: 'setSupport',
    list: async (hand, id) => {
      await bond(hand, id)
      await hand.press('gezelschap')
    },
    canvas: ({ doc, me, id }) => setSupport(doc, me, { id: id.bond, support: 'company', present: true }),
  },
  {
    does: 'binRecord',
    also: 'binPeople',
    list: async (hand, id) => {
      await card(hand, id, 'oma')
      await hand.press('Leg in de prullenbak')
    },
    canvas: ({ session, id }) => binPeople(session, [id.oma]),
  },
  {
    does: 'addParallel',
    list: async (hand) => {
      await hand.press('Familie en netwerk', 'Lijkt dit op elkaar?', 'Leg twee dingen naast elkaar')
      await hand.pick('Het ene', 'Oma zorgt voor Iris')
      await hand.pick('Het andere', 'Ruud en Fatiha')
      await hand.press('Leg naast elkaar')
    },
    canvas: ({ doc, me, id }) => addParallel(doc, me, { left: [id.bond], right: [id.couple], title: '' }),
  },
  {
    does: 'answerParallel',
    list: (hand) => hand.press('Familie en netwerk', 'Lijkt dit op elkaar?', 'ja'),
    canvas: ({ doc, me, id }) =>
      answerParallel(doc, me, { id: id.alike, key: 'ann', answer: 'yes', name: 'Ann' }),
  },
  {
    does: 'makeFamily',
    list: async (hand) => {
      await hand.press('Familie en netwerk', 'Typ een familie')
      await hand.write('Schrijf wie het zijn', 'Karim (1970), zoon van Ahmed en Naima')
      await hand.press('Zet erbij')
    },
    canvas: ({ doc, me }) => {
      const now = { locale: 'nl', today: dayOf(2026, 6, 1) } as const
      const draft = readFamilyLine('Karim (1970), zoon van Ahmed en Naima', readCase(doc).people, now)
      return makeFamily(doc, me, { draft })
    },
  },
  {
    does: 'addOrganisation',
    list: async (hand) => {
      await hand.press('Mensen', 'Organisatie')
      await hand.write('Naam', 'De school')
      await hand.press('Zet erbij')
    },
    canvas: ({ doc, me }) =>
      addOrganisation(doc, me, { name: 'De school', kind: '', circle: 'professional' }),
  },
  {
    does: 'setOrganisationKind',
    list: async (hand, id) => {
      await hand.press('Mensen')
      await hand.open(`organisations-${id.wijkteam}`)
      await hand.write('Wat voor organisatie?', 'hulp in de buurt')
    },
    canvas: ({ doc, me, id }) => setOrganisationKind(doc, me, { id: id.wijkteam, kind: 'hulp in de buurt' }),
  },
  {
    does: 'pin',
    list: async (hand, id) => {
      await card(hand, id, 'oma')
      await hand.press('Plek in het geno-sociogram', 'naar rechts')
      await hand.hear('Oma staat meer naar rechts.')
    },
    canvas: ({ session, id }) => pinPeople(session, [{ id: id.oma, x: 60, y: 60 }]),
  },
  {
    does: 'unpin',
    list: async (hand, id) => {
      await card(hand, id, 'oma')
      await hand.press('Plek in het geno-sociogram', 'Laat het geno-sociogram kiezen')
    },
    canvas: ({ doc, me, id }) => unpin(doc, me, { view: 'genogram', record: id.oma }),
  },
  {
    does: 'unpinAll',
    list: async (hand) => {
      await look(hand)
      await hand.press('Netjes zetten')
    },
    canvas: ({ session }) => tidy(session),
  },
  {
    does: 'setGenogramStyle',
    list: async (hand) => {
      await look(hand)
      await hand.press('over het teken')
    },
    canvas: ({ doc, me }) => setGenogramStyle(doc, me, { cross: 'over' }),
  },
  {
    does: 'setCircleShown',
    list: async (hand) => {
      await look(hand)
      await hand.press('netwerk')
    },
    canvas: ({ doc, me }) => setCircleShown(doc, me, { circle: 'network', shown: false }),
  },
  {
    does: 'addStakes',
    list: async (hand) => {
      await field(hand)
      await hand.press('Zet iemand in het veld', 'Koen', 'Wijkteam', 'Zet 2 in het veld')
    },
    canvas: ({ session, id }) =>
      putInField(session, [
        { kind: 'people', id: id.koen },
        { kind: 'organisations', id: id.wijkteam },
      ]),
  },
  {
    does: 'setStake',
    list: async (hand, id) => {
      await field(hand)
      await hand.open(`people-${id.oma}`)
      await hand.press('veel invloed')
    },
    canvas: ({ session, id }) => changeStake(session, { id: id.stake, influence: 0.75 }),
  },
  {
    does: 'removeStakes',
    list: async (hand, id) => {
      await field(hand)
      await hand.open(`people-${id.oma}`)
      await hand.press('Haal uit het veld')
    },
    canvas: ({ session, id }) => takeOut(session, [{ id: id.stake }]),
  },
]
