import type { CaseEvent, CaseNote, CasePerson, CaseTake, CaseThreadTake } from './schema'

/**
 * May somebody change words under a name? `own`: they are theirs, or nobody's in particular; `ask`: they may write
 * them down with the yes of whose they are; `no`: they can put their own words beside them. A rule of the interface
 * and of history, not of the wire: the server records who changed what.
 */
export type MayChange = 'own' | 'ask' | 'no'

/** Whose words something is. All empty: the words of the table, which everybody may write in. */
interface Owner {
  person: string | null
  principal: string | null
  name: string
}

/** Who is at the keyboard: a principal, and whether the board lets them write down for others. */
export interface Writer {
  id: string
  mayScribe: boolean
}

/** What decides of an event: who tells it, and who wrote it down first. */
type EventWords = Pick<CaseEvent, 'toldBy' | 'createdBy'>

/** Title and description of an event. Who wrote it down first may ask for the yes as well. */
export function mayChangeEvent(event: EventWords, me: Writer, people: readonly CasePerson[]): MayChange {
  return mayChangeWords(event.toldBy, event.createdBy, me, people)
}

/** What one person says of an event; `key` is the key it is kept under, its author. */
export function mayChangeTake(
  key: string,
  take: Pick<CaseTake, 'person' | 'writtenBy' | 'name'>,
  me: Writer,
  people: readonly CasePerson[],
): MayChange {
  if (key === me.id) return 'own'
  const owner = { person: take.person ?? key, principal: key, name: take.name }
  return mayChangeWords(owner, take.writtenBy, me, people)
}

/**
 * A note: of whoever wrote it, or whose words they wrote down with their yes. What the program itself put there is
 * everybody's.
 */
export function mayChangeNote(
  { toldBy, createdBy }: Pick<CaseNote, 'toldBy' | 'createdBy'>,
  me: Writer,
  people: readonly CasePerson[],
): MayChange {
  const author = createdBy === 'server' ? null : { person: null, principal: createdBy, name: '' }
  return mayChangeWords(toldBy ?? author, toldBy ? createdBy : null, me, people)
}

/** What somebody concerned says of a roundabout; `key` is a principal or a person of the case. */
export function mayAnswer(key: string, me: Writer, people: readonly CasePerson[]): MayChange {
  if (key === me.id) return 'own'
  return mayChangeWords({ person: key, principal: null, name: '' }, null, me, people)
}

function mayChangeWords(
  owner: Owner | null,
  writtenBy: string | null,
  me: Writer,
  people: readonly CasePerson[],
): MayChange {
  if (!owner || (owner.person === null && owner.principal === null && owner.name.trim() === '')) return 'own'
  if (owner.principal === me.id) return 'own'
  // A person of the case who takes part under an account: that account owns their words.
  const person = people.find(({ id }) => id === owner.person)
  if (person && person.principal === me.id) return 'own'
  return me.mayScribe || writtenBy === me.id ? 'ask' : 'no'
}

/** Whether somebody has said anything of a red thread yet. */
export function hasSaidOfThread({ helped, hindered }: CaseThreadTake): boolean {
  return helped.trim() !== '' || hindered.trim() !== ''
}

/** The key under which a person of the case speaks: the participant that they are, else themselves. */
export function keyOfPerson(person: Pick<CasePerson, 'id' | 'principal'>): string {
  return person.principal ?? person.id
}

/** Whether somebody has said anything yet: a field that was opened and left empty is no reaction. */
export function hasSaid({ text, now, nature, helpful, from }: CaseTake): boolean {
  return text.trim() !== '' || now.trim() !== '' || nature !== null || helpful !== null || from !== null
}
