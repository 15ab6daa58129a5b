import type { Vocabulary } from './vocabulary'
import { EN } from './words-en'
import { NL } from './words-nl'

type Table = {
  [K in keyof Vocabulary]: Vocabulary[K] extends Readonly<Record<string, infer V>> ? V : never
}
type ListName = {
  [K in keyof Vocabulary]: Vocabulary[K] extends readonly string[] ? K : never
}[keyof Vocabulary]
type TableName = Exclude<keyof Vocabulary, ListName>

/** Alternatives of one kind in both languages, longest first, as the source of a regular expression. */
export function any(...names: ListName[]): string {
  return alternatives(names.flatMap((name) => [...NL[name], ...EN[name]]))
}

/** The names in a table of both languages, longest first. */
export function anyKey(name: TableName): string {
  return alternatives([...Object.keys(NL[name]), ...Object.keys(EN[name])])
}

/** What a word stands for, in either language. */
export function lookUp<N extends TableName>(name: N, word: string): Table[N] | undefined {
  const tables: Readonly<Record<string, Table[N]>>[] = [
    NL[name] as Readonly<Record<string, Table[N]>>,
    EN[name] as Readonly<Record<string, Table[N]>>,
  ]
  return tables.find((table) => Object.hasOwn(table, word))?.[word]
}

/** A regular expression for a whole text. */
export function whole(source: string): RegExp {
  return new RegExp(`^${source}$`)
}

/**
 * People's spelling made even: lower case, no accents, no full stop after a letter, straight quotes, plain
 * dashes, single spaces; a comma stands alone between spaces and brackets are gone.
 */
export function tidied(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201B\u00B4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\+\/-/g, '\u00B1')
    .replace(/[()"\u201C\u201D]/g, ' ')
    .replace(/([a-z])\.(?!\.)/g, '$1 ')
    .replace(/(\d)\.$/, '$1')
    .replace(/,/g, ' , ')
    .replace(/\s+/g, ' ')
    .trim()
}

function alternatives(words: string[]): string {
  return `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`
}
