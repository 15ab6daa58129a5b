/** Everybody in the example, by a key that both languages share. */
export type PersonKey =
  'fenna' | 'mees' | 'rianne' | 'ruben' | 'hetty' | 'wim' | 'karim' | 'anouk' | 'judith' | 'patrick'

export type OrganisationKey = 'school' | 'team' | 'practice'

export type EventKey =
  | 'house'
  | 'together'
  | 'fenna'
  | 'mees'
  | 'grandpa'
  | 'bakery'
  | 'debts'
  | 'apart'
  | 'ask'
  | 'talk'
  | 'home'
  | 'gap'
  | 'roundabout'
  | 'silent'
  | 'one'
  | 'workshop'
  | 'stop'
  | 'wednesdays'
  | 'table'
  | 'plan'
  | 'dream'

export interface EventWords {
  title: string
  description: string
  /** When, in the words of who told it. */
  said: string
  /** What people say of it, each in their own words. */
  takes: Partial<Record<PersonKey, string>>
  /** What it does to them now, looking back. */
  now?: Partial<Record<PersonKey, string>>
  /** The ways out of a roundabout, in the order of `EventFacts.exits`. */
  exits?: string[]
}

/** The words of the example in one language; everything else is in `family.ts`. */
export interface ExampleWords {
  title: string
  question: string
  people: Record<PersonKey, { name: string; role: string }>
  organisations: Record<OrganisationKey, { name: string; kind: string }>
  events: Record<EventKey, EventWords>
  /** When, in words, of births, deaths and phases. */
  said: Record<
    'meesBirth' | 'rianneBirth' | 'karimBirth' | 'wimDeath' | 'together' | 'apart' | 'sinceApart',
    string
  >
  households: Record<'rianne' | 'ruben', string>
  relations: Record<'parents' | 'siblings' | 'father' | 'grandma' | 'care' | 'neighbour' | 'helpers', string>
  threads: Record<'asking' | 'hands' | 'new', string>
  notes: Record<'see' | 'feel', string>
}
