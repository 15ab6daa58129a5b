import type { CasePerson } from '@/lib/case/schema'
import { type Sentence, type Telling, tidy } from './telling'
import { sayWhen } from './storyDates'
import type { PersonContent } from './types'

/** Who everybody is in the picture: birth where their parents did not say it, death, role, and what they want seen. */
export function sayPeople(telling: Telling): Sentence[] {
  const { all, picture } = telling
  const children = new Set(picture.input.unions.flatMap((union) => union.children.map(({ child }) => child)))
  const people = all.people.flatMap((person) => {
    const content = picture.people.get(person.id)
    return content ? sayPerson(telling, person, content, children.has(person.id)) : []
  })
  return [...people, ...all.organisations.flatMap(({ id }) => sayOrganisation(telling, id))]
}

function sayPerson(
  telling: Telling,
  person: CasePerson,
  content: PersonContent,
  isChild: boolean,
): Sentence[] {
  const { say, nameOf, locale, isPerhaps } = telling
  const { id, kind, birth } = person
  // Lost pregnancies, and one that goes on, are told with their parents.
  if (kind !== 'person' && kind !== 'pet') return []
  const name = nameOf(id)
  const texts: string[] = []
  const born = sayWhen(birth, locale, say)
  if (born !== '' && !isChild) texts.push(say('born', { name, when: born }))
  if (content.deceased) texts.push(sayDeath(telling, person, content))
  if (kind === 'pet') texts.push(say('pet', { name }))
  texts.push(...sayRole(telling, person))
  if (content.migrated !== 'none') texts.push(say(`migrated.${content.migrated}`, { name }))
  if (content.secret) texts.push(say('secret', { name }))
  for (const mark of content.marks) texts.push(say(`mark.${mark.kind}.${mark.state}`, { name }))
  if (isPerhaps(id) && texts.length > 0) texts.push(say('uncertain'))
  return texts.length === 0 ? [] : [{ text: texts.map(tidy).join(' '), about: [id] }]
}

function sayDeath(
  { say, nameOf, locale }: Telling,
  { id, death }: CasePerson,
  { age }: PersonContent,
): string {
  const when = death ? sayWhen(death, locale, say) : ''
  const years = age.startsWith('±') ? say('aboutAge', { age: age.slice(1).trim() }) : age
  return say(years === '' ? 'died' : 'diedAged', { name: nameOf(id), when, age: years })
}

function sayRole(
  { picture, say, nameOf }: Telling,
  { id, role, circle, organisation }: CasePerson,
): string[] {
  const name = nameOf(id)
  const at = organisation !== null && picture.people.has(organisation) ? nameOf(organisation) : null
  if (role.trim() !== '')
    return [at === null ? say('role', { name, role }) : say('roleAt', { name, role, organisation: at })]
  if (at !== null) return [say('belongs', { name, organisation: at })]
  return circle === 'network' || circle === 'professional' ? [say(`circle.${circle}`, { name })] : []
}

function sayOrganisation({ picture, say, nameOf }: Telling, id: string): Sentence[] {
  const content = picture.people.get(id)
  if (content?.type !== 'organisation') return []
  const name = nameOf(id)
  const { role } = content
  const text = role.trim() === '' ? say('organisationPlain', { name }) : say('organisation', { name, role })
  return [{ text: tidy(text), about: [id] }]
}
