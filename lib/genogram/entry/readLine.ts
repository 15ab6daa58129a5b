import { peopleNamed } from '@/lib/case/queries'
import type { CasePerson } from '@/lib/case/schema'
import type { SaidDate } from '@/lib/dates/types'
import { type LineContext, type NamedPerson, readDate, readDates, readName } from './readName'
import { readRole, type RolePiece } from './readRole'
import type { DraftChild, DraftPerson, FamilyDraft } from './types'
import { ENTRY_WORDS, type EntryWords } from './words'

/** What is known while a line is read. */
class Draft {
  readonly people = new Map<string, DraftPerson>()
  readonly couples = new Map<
    string,
    { partners: [string, string]; phases: { type: string; when: SaidDate }[] }
  >()
  readonly children: DraftChild[] = []
  readonly siblings: { of: string; sibling: string }[] = []
  readonly unclear: string[] = []

  constructor(private readonly known: readonly CasePerson[]) {}

  person(named: NamedPerson, gender: DraftPerson['gender'] = 'unknown'): string {
    const key = named.name.toLowerCase()
    const before = this.people.get(key) ?? {
      ...whoIs(this.known, named.name),
      key,
      birth: null,
      death: null,
      gender: 'unknown' as const,
    }
    this.people.set(key, {
      ...before,
      birth: named.birth ?? before.birth,
      death: named.death ?? before.death,
      gender:
        before.gender === 'unknown' ? (named.gender === 'unknown' ? gender : named.gender) : before.gender,
    })
    return key
  }

  gender(key: string, gender: DraftPerson['gender']): void {
    const before = this.people.get(key)
    if (before?.gender === 'unknown') this.people.set(key, { ...before, gender })
  }

  couple(a: string, b: string) {
    const [first = a, second = b] = [a, b].sort()
    const key = JSON.stringify([first, second])
    const couple = this.couples.get(key) ?? { partners: [first, second], phases: [] }
    this.couples.set(key, couple)
    return couple
  }
}

/**
 * What a line about a family says: "Sanne (2009), dochter van Ruud en Fatiha; broer Sem 2005". Pieces stand between
 * commas and semicolons; the first names whom the others are about. Total: what is not understood is said and kept,
 * and nothing is guessed of it.
 */
export function readFamilyLine(
  text: string,
  people: readonly CasePerson[],
  context: LineContext,
): FamilyDraft {
  const words = ENTRY_WORDS[context.locale]
  const draft = new Draft(people)
  let subjects: string[] = []
  let last: RolePiece | null = null
  for (const clause of text.split(/[;\n]/u)) {
    const pieces = clause
      .split(',')
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '')
    for (const [i, piece] of pieces.entries()) {
      const role = readRole(piece, words)
      const named = readNames(role ? role.rest : piece, words, context)
      if (role && named && subjects.length > 0 && applyRole(draft, subjects, role, named)) last = role
      else if (!role && applyPhase(draft, subjects, piece, words, context)) last = null
      else if (!role && applyDates(draft, subjects, piece, words, context)) last = null
      else if (!role && named && i === 0) {
        subjects = named.map((one) => draft.person(one))
        last = null
      } else if (!role && named && last && isList(last) && applyRole(draft, subjects, last, named)) continue
      else draft.unclear.push(piece)
    }
  }
  const { unclear, children, siblings } = draft
  return {
    people: [...draft.people.values()],
    couples: [...draft.couples.values()],
    children,
    siblings,
    unclear,
  }
}

/** Children and brothers can be many; a further name after a comma is one more of them. */
const isList = ({ role }: RolePiece) => role.role === 'children' || role.role === 'siblings'

/** Names with "and" between them; null when one of them cannot be read. */
function readNames(text: string, words: EntryWords, context: LineContext): NamedPerson[] | null {
  const named = text.split(words.and).map((name) => readName(name, words, context))
  return named.every((one) => one !== null) ? named : null
}

/** False, and nothing noted, when it makes no sense for so many people. */
function applyRole(
  draft: Draft,
  subjects: readonly string[],
  piece: RolePiece,
  named: NamedPerson[],
): boolean {
  const { role, gender } = piece
  const names = named.map((one) => one.name.toLowerCase())
  if (names.some((name) => subjects.includes(name)) || new Set(names).size < names.length) return false
  const [one, other] = subjects
  const isFew = (count: number) => count === 1 || count === 2
  const add = (ofNamed: DraftPerson['gender']) => named.map((person) => draft.person(person, ofNamed))
  const hang = (children: readonly string[], parents: readonly string[], type: string) => {
    const [first = '', second] = parents
    if (second !== undefined) draft.couple(first, second)
    for (const child of children)
      draft.children.push({ child, parents: second === undefined ? [first] : [first, second], type })
  }
  switch (role.role) {
    case 'childOf':
    case 'parentOf': {
      const parents = role.role === 'childOf' ? names.length : subjects.length
      if (!isFew(parents)) return false
      for (const subject of subjects) draft.gender(subject, gender)
      const others = add('unknown')
      if (role.role === 'childOf') hang(subjects, others, role.type)
      else hang(others, subjects, role.type)
      return true
    }
    case 'children':
      if (!isFew(subjects.length)) return false
      hang(add(gender), subjects, role.type)
      return true
    case 'parents':
      if (!isFew(names.length)) return false
      hang(subjects, add(gender), role.type)
      return true
    case 'siblingOf':
    case 'siblings':
      if (one === undefined || other !== undefined) return false
      if (role.role === 'siblingOf') draft.gender(one, gender)
      for (const sibling of add(role.role === 'siblings' ? gender : 'unknown'))
        draft.siblings.push({ of: one, sibling })
      return true
    case 'partner': {
      if (one === undefined || other !== undefined || names.length !== 1) return false
      const [partner = ''] = add(gender)
      // "Getrouwd met Ruud 1998": the date is that of the marriage, not of Ruud's birth.
      const [{ birth } = { birth: null }] = named
      const couple = draft.couple(one, partner)
      if (role.phase === null) return true
      const person = draft.people.get(partner)
      if (person && birth) draft.people.set(partner, { ...person, birth: null })
      couple.phases.push({ type: role.phase, when: birth ?? { edtf: null, originalText: '' } })
      return true
    }
  }
}

/** "gescheiden 2013", of two who were named. */
function applyPhase(
  draft: Draft,
  [one, other, ...more]: readonly string[],
  piece: string,
  words: EntryWords,
  context: LineContext,
): boolean {
  const low = piece.toLowerCase()
  const word = Object.keys(words.phases).find((phase) => low === phase || low.startsWith(`${phase} `))
  if (word === undefined || one === undefined || other === undefined || more.length > 0) return false
  const said = piece
    .slice(word.length)
    .replace(/^\s*(?:sinds|in|op|since|on)\s+(?=\d)/iu, '')
    .trim()
  const when = said === '' ? { edtf: null, originalText: '' } : readDate(said, context)
  if (!when) return false
  draft.couple(one, other).phases.push({ type: words.phases[word] ?? 'unknown', when })
  return true
}

/** "geboren 2009", "†2012", of one who was named. */
function applyDates(
  draft: Draft,
  [one, other]: readonly string[],
  piece: string,
  words: EntryWords,
  context: LineContext,
): boolean {
  const person = one === undefined ? undefined : draft.people.get(one)
  const low = piece.toLowerCase()
  const sign = [...words.born, ...words.died].find((word) => low.startsWith(word))
  if (!person || other !== undefined || sign === undefined) return false
  const rest = piece
    .slice(sign.length)
    .replace(/^\s*(?:in|op|on)\s+/iu, '')
    .trim()
  const dates = readDates(`${words.died.includes(sign) ? '†' : ''}${rest}`, context)
  if (!dates) return false
  draft.people.set(person.key, {
    ...person,
    birth: dates.birth ?? person.birth,
    death: dates.death ?? person.death,
  })
  return true
}

/** The only one of this name; else those whom it may be: several of the name, or whose first name it is. */
function whoIs(
  people: readonly CasePerson[],
  name: string,
): Pick<DraftPerson, 'name' | 'existing' | 'choices'> {
  const same = peopleNamed(people, name).map(({ id }) => id)
  if (same.length === 1) return { name, existing: same[0] ?? null, choices: [] }
  const low = name.toLowerCase()
  const near = people
    .filter((person) => person.name.trim().toLowerCase().startsWith(`${low} `))
    .map(({ id }) => id)
  return { name, existing: null, choices: same.length > 0 ? same : near }
}
