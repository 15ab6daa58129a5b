import { plain } from '../csv/vocabulary'
import type { EntryContext, KnownName } from './types'

/** The ones of the case that words name, when they name nobody else: "Oma", "Iris en de school". */
export function namedAlone(words: string, { names }: EntryContext): KnownName[] {
  const whole = exactly(words, names)
  if (whole) return [whole]
  const found = words.split(/,|&|\s+(?:en|and)\s+/iu).map((part) => exactly(part, names))
  return found.every((one) => one !== null) ? found : []
}

/** The one that goes by this name; null when nobody does or more than one. */
export function exactly(words: string, names: readonly KnownName[]): KnownName | null {
  const wanted = plain(words)
  const [one, other] = wanted === '' ? [] : names.filter(({ name }) => plain(name) === wanted)
  return one && !other ? one : null
}

/** The ones whose whole name stands in a sentence; a shorter name inside a longer one is not meant too. */
export function namedIn(sentence: string, { names }: EntryContext): KnownName[] {
  let rest = ` ${plain(sentence)} `
  const found: KnownName[] = []
  for (const known of names.toSorted((a, b) => b.name.length - a.name.length)) {
    const wanted = plain(known.name)
    if (wanted.length < 2 || !rest.includes(` ${wanted} `) || !exactly(known.name, names)) continue
    found.push(known)
    rest = rest.replaceAll(` ${wanted} `, '  ')
  }
  return found
}
