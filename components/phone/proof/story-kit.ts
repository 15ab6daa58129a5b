import { addEvent, setEventKind } from '@/lib/case/commands/events'
import { addHousehold } from '@/lib/case/commands/households'
import { addChild, addPartner } from '@/lib/case/commands/kin'
import { addLane } from '@/lib/case/commands/lanes'
import { addOrganisation } from '@/lib/case/commands/organisations'
import { addParallel } from '@/lib/case/commands/parallels'
import { addPhase } from '@/lib/case/commands/phases'
import { addIndexPerson, addPerson } from '@/lib/case/commands/people'
import { pin } from '@/lib/case/commands/pins'
import { addRelation } from '@/lib/case/commands/relations'
import { addExit, setAsked } from '@/lib/case/commands/roundabout'
import { addStakes } from '@/lib/case/commands/stakes'
import { setTake } from '@/lib/case/commands/takes'
import { addThread } from '@/lib/case/commands/threads'
import { readCase } from '@/lib/case/doc'
import { actor, newCase } from '@/lib/case/test-kit'

/** A small story in which every command has something to do; all of it is invented. */
export function story() {
  const doc = newCase()
  const me = actor('ann')
  const known = (id: string | null | undefined): string => {
    if (!id) throw new Error('the story could not be made')
    return id
  }
  const iris = known(
    addIndexPerson(doc, me, {
      name: 'Iris',
      circle: 'family',
      birth: { date: '2008', originalText: '2008' },
    }),
  )
  const ruud = known(addPerson(doc, me, { name: 'Ruud', circle: 'family' }))
  const couple = known(
    addPartner(doc, me, {
      of: ruud,
      partner: { new: { name: 'Fatiha', circle: 'family' } },
      phase: { type: 'marriage', date: '1998', originalText: '1998' },
    })?.link,
  )
  const child = known(addChild(doc, me, { of: { partnership: couple }, child: { id: iris } })?.link)
  const sem = known(
    addChild(doc, me, { of: { partnership: couple }, child: { new: { name: 'Sem', circle: 'family' } } })
      ?.person,
  )
  const oma = known(addPerson(doc, me, { name: 'Oma', circle: 'family' }))
  const koen = known(addPerson(doc, me, { name: 'Koen', circle: 'network' }))
  const wijkteam = known(
    addOrganisation(doc, me, { name: 'Wijkteam', kind: 'wijkteam', circle: 'professional' }),
  )
  const home = known(addHousehold(doc, me, { members: [iris, oma] }))
  const bond = known(addRelation(doc, me, { from: oma, to: iris, type: 'caretaker' }))
  const other = known(addRelation(doc, me, { from: ruud, to: oma, type: 'close' }))
  const alike = known(addParallel(doc, me, { left: [bond], right: [other], title: 'Zorgen' }))
  const school = known(addLane(doc, me, { name: 'School', kind: 'theme', place: 'below' }))
  const plain = { kind: 'family', side: 'family', date: '2014', originalText: '2014' } as const
  const move = known(
    addEvent(doc, me, {
      ...plain,
      title: 'Verhuizing',
      names: ['Juf Mies'],
      people: [oma],
      organisations: [wijkteam],
    }),
  )
  const talk = known(addEvent(doc, me, { ...plain, kind: 'contact', date: '2016', title: 'Gesprek' }))
  const stay = known(
    addEvent(doc, me, { ...plain, date: '2017/2018', originalText: 'van 2017 tot 2018', title: 'Logeren' }),
  )
  const turn = known(addEvent(doc, me, { ...plain, date: '2019', title: 'Kiezen', people: [oma, koen] }))
  setEventKind(doc, me, { id: turn, kind: 'roundabout' })
  const [first = '', second = ''] = ['naar tante', 'blijven'].map((text) =>
    known(addExit(doc, me, { id: turn, text })),
  )
  setAsked(doc, me, { id: turn, person: oma, asked: true })
  setTake(doc, me, { eventId: talk, author: 'ann', fields: { text: 'Fijn.', name: 'Ann' } })
  const thread = known(addThread(doc, me, { form: 'theme', title: 'Verhuizen', items: [move, stay] }))
  const phase = known(addPhase(doc, me, { partnership: couple, phase: { type: 'divorce', date: '2013' } }))
  addStakes(doc, me, [oma])
  const stake = known(readCase(doc).stakes[0]?.id)
  pin(doc, me, { view: 'genogram', record: oma, x: 40, y: 60 })
  return {
    doc,
    id: {
      iris,
      ruud,
      couple,
      child,
      sem,
      oma,
      koen,
      wijkteam,
      home,
      bond,
      alike,
      school,
      move,
      talk,
      stay,
      turn,
      first,
      second,
      thread,
      phase,
      stake,
    },
  }
}

export type Ids = ReturnType<typeof story>['id']
