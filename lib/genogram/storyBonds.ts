import type { CaseRelation } from '@/lib/case/schema'
import { type Sentence, type Telling, tidy } from './telling'
import { saySince } from './storyDates'
import { nameFor } from './storyNames'
import { RELATION_TYPES, SUPPORT } from './vocabulary'

/** Who live together; how people see what is between them, and what looks alike. */
export function sayBonds(telling: Telling): { homes: Sentence[]; bonds: Sentence[] } {
  const { all, picture } = telling
  const shown = new Map(picture.relations.map((relation) => [relation.id, relation.ended]))
  const relations = all.relations.flatMap((relation) => {
    const ended = shown.get(relation.id)
    return ended === undefined ? [] : [sayRelation(telling, relation, ended)]
  })
  return {
    homes: picture.households.map(({ id }) => sayHome(telling, id)),
    bonds: [...relations, ...sayParallels(telling)],
  }
}

function sayHome({ all, picture, say, nameOf, listOf, locale, isPerhaps }: Telling, id: string): Sentence {
  const { members, name: home } = picture.households.find((one) => one.id === id) ?? { members: [], name: '' }
  const record = all.households.find((one) => one.id === id)
  const when = record ? saySince(record, locale, say) : ''
  const values = { names: listOf(members.map(nameOf)), many: members.length > 1 ? 'yes' : 'no', when, home }
  const text = tidy(say(home.trim() === '' ? 'household' : 'householdNamed', values))
  return { text: isPerhaps(id) ? `${text} ${say('uncertain')}` : text, about: [id, ...members] }
}

function sayRelation(telling: Telling, relation: CaseRelation, ended: boolean): Sentence {
  const { all, say, nameOf, listOf, locale, names, isPerhaps } = telling
  const { id, from, to, directed, accordingTo, support } = relation
  const type = (RELATION_TYPES as readonly string[]).includes(relation.type) ? relation.type : 'unknown'
  const speaker = all.people.find((person) =>
    accordingTo?.person
      ? person.id === accordingTo.person
      : accordingTo?.principal && person.principal === accordingTo.principal,
  )
  const teller = speaker ? nameOf(speaker.id) : (names?.get(accordingTo?.principal ?? '') ?? '')
  // The one who speaks comes first where that changes nothing: "zij en haar moeder".
  const [one, other] = !directed && speaker?.id === to ? [to, from] : [from, to]
  const a = nameFor(all, speaker, one, 'subject', { nameOf, say })
  const b = nameFor(all, speaker, other, directed ? 'object' : 'subject', { nameOf, say })
  const what = say(`relation.${type}`, { a, b, how: teller === '' ? 'plain' : 'said' })
  const texts = [teller === '' ? say('plainly', { what }) : say('accordingTo', { name: teller, what })]
  const when = saySince(relation, locale, say)
  if (when !== '') texts.push(say(ended ? 'wasSo' : 'isSo', { when }))
  else if (ended) texts.push(say('noLonger'))
  const given = SUPPORT.filter((one) => support.includes(one)).map((one) => say(`supports.${one}`))
  if (given.length > 0) texts.push(say('support', { support: listOf(given) }))
  if (relation.secret) texts.push(say('secretBond'))
  if (isPerhaps(id)) texts.push(say('uncertain'))
  return { text: texts.map(tidy).join(' '), about: [id, from, to] }
}

function sayParallels(telling: Telling): Sentence[] {
  const { all, picture, say, listOf } = telling
  return picture.parallels.map(({ id, left, right }) => {
    const [one, other] = [left, right].map((side) => listOf(side.map((part) => sayPart(telling, part))))
    const answers = Object.entries(all.parallels.find((parallel) => parallel.id === id)?.recognised ?? {})
    const yes = answers
      .filter(([, { answer }]) => answer === 'yes')
      .map(([key, { name }]) => nameOfKey(telling, key, name))
    const texts = [say('parallel', { left: one ?? '', right: other ?? '' })]
    if (yes.length > 0)
      texts.push(say('recognised', { names: listOf(yes.sort()), many: yes.length > 1 ? 'yes' : 'no' }))
    return { text: texts.map(tidy).join(' '), about: [id, ...left, ...right] }
  })
}

/** Who answered: a person of the case, a participant, or the name that they gave. */
function nameOfKey({ all, names, nameOf, say }: Telling, key: string, name: string): string {
  const person = all.people.find(({ id, principal }) => id === key || principal === key)
  return person ? nameOf(person.id) : names?.get(key) || name || say('nameless')
}

function sayPart({ all, say, nameOf, listOf }: Telling, id: string): string {
  const relation = all.relations.find((one) => one.id === id)
  if (relation) return say('bond', { a: nameOf(relation.from), b: nameOf(relation.to) })
  const group =
    all.partnerships.find((one) => one.id === id)?.partners ??
    all.households.find((one) => one.id === id)?.members
  return group ? listOf(group.map(nameOf)) : nameOf(id)
}
