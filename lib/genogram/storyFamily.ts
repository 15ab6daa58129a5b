import type { CasePerson } from '@/lib/case/schema'
import { byText } from './byText'
import { type Sentence, type Telling, tidy } from './telling'
import { saySince, sayWhen } from './storyDates'
import type { GenoChild, GenoUnion } from './types'
import { PARENTAGE_TYPES, PHASE_TYPES } from './vocabulary'

/** What lasts from a day on; an adoption is one day. */
const LASTING: ReadonlySet<string> = new Set(['foster', 'guardianship', 'step'])

/** Whom it is about, then each couple with what they were to each other and their children, the oldest couple first. */
export function sayFamily(telling: Telling): Sentence[] {
  const { all, picture, say, nameOf } = telling
  const index = all.meta.indexPerson
  const about =
    index !== null && picture.people.has(index)
      ? [{ text: tidy(say('about', { name: nameOf(index) })), about: [index] }]
      : []
  const unions = [...picture.input.unions].sort(
    (a, b) => (a.since ?? Infinity) - (b.since ?? Infinity) || byText(a.id, b.id) || 0,
  )
  return [
    ...about,
    ...unions.flatMap((union) => [
      ...sayCouple(telling, union),
      ...sayChildren(telling, union),
      ...sayMore(telling, union),
    ]),
  ]
}

function sayCouple({ picture, say, nameOf, locale, isPerhaps }: Telling, union: GenoUnion): Sentence[] {
  const [one, other] = union.partners
  if (other === undefined) return []
  const names = { a: nameOf(one), b: nameOf(other) }
  const held = picture.phases.get(union.id) ?? []
  const about = [union.id, one, other]
  if (held.length === 0 && union.children.length > 0) return []
  if (held.length === 0) return [{ text: tidy(say('phase.unknown', { ...names, when: '' })), about }]
  return held.map(({ phase, begun }) => {
    const type = (PHASE_TYPES as readonly string[]).includes(phase.type) ? phase.type : 'unknown'
    const text = tidy(say(`phase.${type}`, { ...names, when: sayWhen(phase, locale, say) }))
    const isSure = begun === 'yes' || !isPerhaps(union.id)
    return { text: isSure ? text : `${text} ${say('uncertain')}`, about }
  })
}

/** Whether they will have children, or more than they have. */
function sayMore({ picture, say, nameOf }: Telling, { id, partners, children }: GenoUnion): Sentence[] {
  const [one, other] = partners
  const said = picture.unions.get(id)?.moreChildren ?? null
  if (other === undefined || said === null) return []
  const values = { a: nameOf(one), b: nameOf(other), more: children.length > 0 ? 'yes' : 'no' }
  return [{ text: tidy(say(`moreChildren.${said}`, values)), about: [id, one, other] }]
}

function sayChildren(telling: Telling, union: GenoUnion): Sentence[] {
  const { all, say, nameOf, listOf } = telling
  const person = new Map(all.people.map((one) => [one.id, one]))
  const isBorn = ({ child }: GenoChild) => ['person', 'pet'].includes(person.get(child)?.kind ?? 'person')
  const parents = listOf(union.partners.map(nameOf))
  const many = union.partners.length > 1 ? 'yes' : 'no'
  const byAge = [...union.children].sort((a, b) => byBirth(person.get(a.child), person.get(b.child)))
  const own = byAge.filter((child) => child.type === 'biological' && isBorn(child))
  const sentences: Sentence[] = []
  if (own.length > 0) {
    const children = listOf(own.map(({ child }) => sayChild(telling, child)))
    sentences.push({
      text: tidy(say('child.biological', { parents, many, count: own.length, children })),
      about: [...union.partners, ...own.map(({ child }) => child)],
    })
  }
  for (const child of byAge)
    if (!own.includes(child)) sentences.push(sayOther(telling, union, child, { parents, many }))
  return [...sentences, ...sayMultiples(telling, byAge)]
}

function sayOther(
  { all, say, nameOf, locale, isPerhaps }: Telling,
  { partners }: GenoUnion,
  { id, child, type, ended }: GenoChild,
  of: { parents: string; many: string },
): Sentence {
  const record = all.people.find((one) => one.id === child)
  const parentage = all.parentages.find((one) => one.id === id)
  const about = [...partners, child]
  if (record && record.kind !== 'person' && record.kind !== 'pet')
    return {
      text: tidy(say(`loss.${record.kind}`, { ...of, when: sayWhen(record.birth, locale, say) })),
      about,
    }
  const known = (PARENTAGE_TYPES as readonly string[]).includes(type) ? type : 'unknown'
  const sayIt = LASTING.has(known) ? saySince : sayWhen
  const when = parentage ? sayIt(parentage, locale, say) : ''
  const text = tidy(say(`child.${known}`, { ...of, child: nameOf(child), when, past: ended ? 'yes' : 'no' }))
  return { text: isPerhaps(id) ? `${text} ${say('uncertain')}` : text, about }
}

function sayChild({ picture, say, nameOf }: Telling, id: string): string {
  const years = picture.people.get(id)?.years ?? ''
  return years === '' ? nameOf(id) : say('childItem', { name: nameOf(id), years })
}

function sayMultiples({ say, nameOf, listOf }: Telling, children: readonly GenoChild[]): Sentence[] {
  const keys = [...new Set(children.map(({ multiple }) => multiple))].filter((key) => key !== null)
  return keys.map((key) => {
    const together = children.filter(({ multiple }) => multiple === key)
    const identical = together[0]?.identical ?? null
    const form = identical === null ? 'unknown' : identical ? 'identical' : 'fraternal'
    const names = listOf(together.map(({ child }) => nameOf(child)))
    const text = tidy(say(`multiple.${form}`, { names, count: together.length }))
    return { text, about: together.map(({ child }) => child) }
  })
}

function byBirth(a: CasePerson | undefined, b: CasePerson | undefined): number {
  return byText(a?.birth.date ?? '~', b?.birth.date ?? '~') || byText(a?.order ?? '', b?.order ?? '')
}
