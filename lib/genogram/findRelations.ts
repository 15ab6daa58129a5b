import { EVERYDAY_RELATIONS, RELATION_TYPES, type RelationType } from './vocabulary'

/** Names of relations, and other words by which people know them, in whatever languages. */
export interface RelationNames {
  names: Readonly<Record<RelationType, string>>
  /** Separated by commas. */
  words: Readonly<Record<RelationType, string>>
}

/**
 * Relations that are called so or known so: "ruzie" finds conflict. Names that begin with what was typed come first,
 * then other names, then other words; among these the everyday ones first, then in the order of the notation. All of
 * them, in that order, for no words.
 */
export function findRelations(typed: string, { names, words }: RelationNames): RelationType[] {
  const wanted = plain(typed)
  return RELATION_TYPES.map((type) => ({ type, rank: rankOf(plain(names[type]), plain(words[type])) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank || everyday(a.type) - everyday(b.type))
    .map(({ type }) => type)

  function rankOf(name: string, others: string): number {
    if (name.startsWith(wanted)) return 0
    if (name.includes(wanted)) return 1
    const parts = wanted.split(' ')
    return parts.every((part) => `${name} ${others}`.includes(part)) ? 2 : NOT_FOUND
  }
}

const NOT_FOUND = 3

const everyday = (type: RelationType) => {
  const at = EVERYDAY_RELATIONS.indexOf(type)
  return at === -1 ? EVERYDAY_RELATIONS.length : at
}

/** Whatever the capitals, accents and spaces. */
const plain = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
