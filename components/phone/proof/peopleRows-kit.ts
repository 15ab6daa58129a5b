import { addChild, addParent, addParents, addPartner, addSibling } from '@/lib/case/commands/kin'
import { addOrganisationOf } from '@/lib/case/commands/organisations'
import { clearMultiple, setMultiple, setParentage } from '@/lib/case/commands/parentages'
import { setMoreChildren } from '@/lib/case/commands/partnerships'
import {
  addPerson,
  renamePerson,
  setBirth,
  setCircle,
  setIndexPerson,
  setOrganisation,
} from '@/lib/case/commands/people'
import {
  setBirthGender,
  setDeath,
  setGender,
  setKind,
  setMarks,
  setPlace,
  setRole,
} from '@/lib/case/commands/person'
import { addPhase, removePhase, setPhase } from '@/lib/case/commands/phases'
import { addNetworkMember } from '@/lib/case/commands/relations'
import { readCase } from '@/lib/case/doc'
import type { Hand } from './hand-kit'
import type { Row } from './row-kit'
import type { Ids } from './story-kit'

const NOT_SAID = { date: null, originalText: '' }
const NEW = { gender: 'unknown', birth: NOT_SAID } as const
type Who = 'iris' | 'ruud' | 'oma' | 'sem' | 'koen'

/** Opens somebody's card from the list of the family. */
export async function card(hand: Hand, id: Ids, who: Who): Promise<void> {
  await hand.press('Familie en netwerk')
  await hand.open(`people-${id[who]}`)
}
const add = async (hand: Hand, id: Ids, who: Who, as: string, name: string) => {
  await card(hand, id, who)
  await hand.press(as)
  await hand.write('Naam', name)
  await hand.press('Zet erbij')
}
const parentageOf = (doc: Parameters<typeof readCase>[0], child: string) =>
  readCase(doc).parentages.find((one) => one.child === child)?.id ?? ''

/** Who somebody is, and their family. */
export const PEOPLE_ROWS: readonly Row[] = [
  {
    does: 'addPerson',
    list: async (hand) => {
      await hand.press('Familie en netwerk', 'Iemand die hier nog niet bij hoort')
      await hand.write('Naam', 'Tante')
      await hand.press('Zet erbij')
    },
    canvas: ({ doc, me }) => addPerson(doc, me, { name: 'Tante', birth: NOT_SAID, circle: 'unknown' }),
  },
  {
    does: 'typing',
    also: 'renamePerson',
    list: async (hand, id) => {
      await card(hand, id, 'oma')
      await hand.write('Naam', 'Oma Hetty')
    },
    canvas: ({ doc, me, id }) => renamePerson(doc, me, { id: id.oma, name: 'Oma Hetty' }),
  },
  {
    does: 'typing',
    also: 'setRole',
    list: async (hand, id) => {
      await card(hand, id, 'oma')
      await hand.write('Wie is dit in het verhaal?', 'moeder van papa')
    },
    canvas: ({ doc, me, id }) => setRole(doc, me, { id: id.oma, role: 'moeder van papa' }),
  },
  {
    does: 'setBirth',
    list: async (hand, id) => {
      await card(hand, id, 'oma')
      await hand.write('Wanneer geboren?', '1950')
    },
    canvas: ({ doc, me, id }) => setBirth(doc, me, { id: id.oma, date: '1950', originalText: '1950' }),
  },
  {
    does: 'setCircle',
    list: async (hand, id) => {
      await card(hand, id, 'oma')
      await hand.press('netwerk')
    },
    canvas: ({ doc, me, id }) => setCircle(doc, me, { kind: 'people', id: id.oma, circle: 'network' }),
  },
  {
    does: 'setOrganisation',
    list: async (hand, id) => {
      await card(hand, id, 'koen')
      await hand.pick('Bij welke organisatie?', 'Wijkteam')
    },
    canvas: ({ doc, me, id }) => setOrganisation(doc, me, { id: id.koen, organisation: id.wijkteam }),
  },
  {
    does: 'addOrganisationOf',
    list: async (hand, id) => {
      await card(hand, id, 'koen')
      await hand.pick('Bij welke organisatie?', 'Nieuwe organisatie…')
      await hand.write('Naam van de nieuwe organisatie', 'De club')
      await hand.press('Voeg toe')
    },
    canvas: ({ doc, me, id }) => addOrganisationOf(doc, me, { person: id.koen, name: 'De club' }),
  },
  {
    does: 'setIndexPerson',
    list: async (hand, id) => {
      await card(hand, id, 'oma')
      await hand.press('Dit is om wie het gaat')
    },
    canvas: ({ doc, me, id }) => setIndexPerson(doc, me, id.oma),
  },
  {
    does: 'setGender',
    list: async (hand, id) => {
      await card(hand, id, 'oma')
      await hand.press('vrouw')
    },
    canvas: ({ doc, me, id }) => setGender(doc, me, { id: id.oma, gender: 'female' }),
  },
  {
    does: 'setDeath',
    list: async (hand, id) => {
      await card(hand, id, 'oma')
      await hand.press('overleden')
    },
    canvas: ({ doc, me, id }) => setDeath(doc, me, { id: id.oma, death: NOT_SAID }),
  },
  {
    does: 'setPlace',
    list: async (hand, id) => {
      await card(hand, id, 'oma')
      await hand.write('Waar woont diegene?', 'Zwolle')
    },
    canvas: ({ doc, me, id }) => setPlace(doc, me, { id: id.oma, place: 'Zwolle' }),
  },
  {
    does: 'setKind',
    list: async (hand, id) => {
      await card(hand, id, 'koen')
      await hand.press('Meer over diegene')
      await hand.pick('Wat is het?', 'huisdier')
    },
    canvas: ({ doc, me, id }) => setKind(doc, me, { id: id.koen, kind: 'pet' }),
  },
  {
    does: 'setBirthGender',
    list: async (hand, id) => {
      await card(hand, id, 'koen')
      await hand.press('Meer over diegene')
      await hand.pick('Bij de geboorte opgeschreven als', 'man')
    },
    canvas: ({ doc, me, id }) => setBirthGender(doc, me, { id: id.koen, birthGender: 'male' }),
  },
  {
    does: 'setMarks',
    list: async (hand, id) => {
      await card(hand, id, 'koen')
      await hand.press('Meer over diegene')
      await hand.pick('Kwam uit een ander land?', 'ja')
    },
    canvas: ({ doc, me, id }) => setMarks(doc, me, { id: id.koen, migrated: 'one' }),
  },
  {
    does: 'addPartner',
    list: (hand, id) => add(hand, id, 'oma', 'partner', 'Opa'),
    canvas: ({ doc, me, id }) =>
      addPartner(doc, me, { of: id.oma, partner: { new: { name: 'Opa', ...NEW } } }),
  },
  {
    does: 'addChild',
    list: (hand, id) => add(hand, id, 'oma', 'kind', 'Tante'),
    canvas: ({ doc, me, id }) =>
      addChild(doc, me, {
        of: { parent: id.oma },
        child: { new: { name: 'Tante', ...NEW } },
        type: 'biological',
      }),
  },
  {
    does: 'addParents',
    list: async (hand, id) => {
      await card(hand, id, 'ruud')
      await hand.press('ouders')
      await hand.write('Naam', 'Henk')
      await hand.writeLast('Naam', 'Hetty')
      await hand.press('Zet erbij')
    },
    canvas: ({ doc, me, id }) =>
      addParents(doc, me, {
        of: id.ruud,
        parents: [{ new: { name: 'Henk', ...NEW } }, { new: { name: 'Hetty', ...NEW } }],
        type: 'biological',
      }),
  },
  {
    does: 'addParent',
    list: async (hand, id) => {
      await card(hand, id, 'ruud')
      await hand.press('ouders', 'één ouder')
      await hand.write('Naam', 'Henk')
      await hand.press('Zet erbij')
    },
    canvas: ({ doc, me, id }) =>
      addParent(doc, me, { of: id.ruud, parent: { new: { name: 'Henk', ...NEW } }, type: 'biological' }),
  },
  {
    does: 'addSibling',
    list: (hand, id) => add(hand, id, 'koen', 'broer of zus', 'Kaatje'),
    canvas: ({ doc, me, id }) =>
      addSibling(doc, me, { of: id.koen, sibling: { new: { name: 'Kaatje', ...NEW } } }),
  },
  {
    does: 'addNetworkMember',
    list: async (hand, id) => {
      await card(hand, id, 'iris')
      // Not where somebody belongs, which is called the same.
      await hand.pressLast('netwerk')
      await hand.write('Naam', 'Bo')
      await hand.press('Zet erbij')
    },
    canvas: ({ doc, me, id }) =>
      addNetworkMember(doc, me, {
        near: id.iris,
        member: { new: { name: 'Bo', ...NEW, role: 'vriend', circle: 'network' } },
        relation: { type: 'close' },
      }),
  },
  {
    does: 'addPhase',
    list: async (hand, id) => {
      await card(hand, id, 'ruud')
      await hand.press('Verander hoe het met Fatiha is')
      await hand.pick('En daarna?', 'wonen samen')
      await hand.press('Zet erbij')
    },
    canvas: ({ doc, me, id }) =>
      addPhase(doc, me, { partnership: id.couple, phase: { type: 'cohabiting', ...NOT_SAID } }),
  },
  {
    does: 'setPhase',
    list: async (hand, id) => {
      await card(hand, id, 'ruud')
      await hand.press('Verander hoe het met Fatiha is')
      await hand.pickLast('Wat waren ze?', 'uit elkaar')
    },
    canvas: ({ doc, me, id }) =>
      setPhase(doc, me, { partnership: id.couple, phase: id.phase, type: 'separation' }),
  },
  {
    does: 'removePhase',
    list: async (hand, id) => {
      await card(hand, id, 'ruud')
      await hand.press('Verander hoe het met Fatiha is')
      await hand.pressLast('Haal dit weg')
    },
    canvas: ({ doc, me, id }) => removePhase(doc, me, { partnership: id.couple, phase: id.phase }),
  },
  {
    does: 'setMoreChildren',
    list: async (hand, id) => {
      await card(hand, id, 'ruud')
      await hand.press('Verander hoe het met Fatiha is')
      await hand.pick('Komen er nog kinderen?', 'nee')
    },
    canvas: ({ doc, me, id }) => setMoreChildren(doc, me, { id: id.couple, moreChildren: 'no' }),
  },
  {
    does: 'setParentage',
    list: async (hand, id) => {
      await card(hand, id, 'iris')
      await hand.press(/^Verander: .*Ruud/u)
      await hand.pick('Hoe hoort het kind erbij?', 'geadopteerd kind')
    },
    canvas: ({ doc, me, id }) => setParentage(doc, me, { id: id.child, type: 'adopted' }),
  },
  {
    does: 'setMultiple',
    list: async (hand, id) => {
      await card(hand, id, 'iris')
      await hand.press(/^Verander: .*Ruud/u)
      await hand.pick('Tweeling of meerling met', 'Sem')
    },
    canvas: ({ doc, me, id }) =>
      setMultiple(doc, me, { parentages: [id.child, parentageOf(doc, id.sem)], identical: null }),
  },
  {
    does: 'clearMultiple',
    list: async (hand, id) => {
      await card(hand, id, 'iris')
      await hand.press(/^Verander: .*Ruud/u)
      await hand.pick('Tweeling of meerling met', 'Sem')
      await hand.pick('Tweeling of meerling met', 'niemand')
    },
    canvas: ({ doc, me, id }) => {
      setMultiple(doc, me, { parentages: [id.child, parentageOf(doc, id.sem)], identical: null })
      clearMultiple(doc, me, id.child)
    },
  },
]
