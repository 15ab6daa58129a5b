import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { LOCALES } from './locale'
import { MESSAGES } from './messages'

/** All texts of a tree of messages, as path and text. */
function texts(tree: unknown, path = ''): [path: string, text: string][] {
  if (typeof tree === 'string') return [[path, tree]]
  if (typeof tree !== 'object' || tree === null) throw new Error(`${path} is no text`)
  return Object.entries(tree).flatMap(([key, value]) => texts(value, path ? `${path}.${key}` : key))
}

/** The names of the values and tags that a text needs. */
function needs(text: string): string[] {
  return [...text.matchAll(/\{(\w+)[,}]|<(\w+)>/g)]
    .map((match) => match[1] ?? `<${match[2]}>`)
    .filter((name, place, all) => all.indexOf(name) === place)
    .sort()
}

/** Words that the people around a table do not use, or that reduce somebody to a user of a program. */
const BANNED = {
  nl: /\b(gebruikers?|gast(en)?|synchronisatie|sessie|token|server|ongeldig|authenticatie|valideren|casus|cliënt|stakeholders?|rondje|mislukt)\b/i,
  en: /\b(users?|guests?|synchroni[sz]ation|sync|session|token|server|invalid|authentication|validate|client|stakeholders?|failed)\b/i,
}

describe.each(LOCALES)('texts in %s', (locale) => {
  const own = texts(MESSAGES[locale])

  it('[TX1] every text exists in both languages and needs the same values', () => {
    const other = new Map(texts(MESSAGES[locale === 'nl' ? 'en' : 'nl']))
    expect(own.map(([path]) => path).sort()).toEqual([...other.keys()].sort())
    for (const [path, text] of own) expect([path, needs(text)]).toEqual([path, needs(other.get(path) ?? '')])
  })

  it('[TX2] no text is empty', () => {
    expect(own.filter(([, text]) => text.trim() === '')).toEqual([])
    expect(own.length).toBeGreaterThan(100)
  })

  it('[A11] no text uses a word from the machine room, or calls people by what they are to it', () => {
    expect(own.filter(([, text]) => BANNED[locale].test(text))).toEqual([])
  })

  it('[A11] sentences are short: at most 20 words, 15 on average', () => {
    const lengths = own.flatMap(([path, text]) =>
      text
        .split(/[.!?:](?:\s|$)/)
        .map((sentence) => sentence.split(/\s+/).filter(Boolean).length)
        .filter((words) => words > 0)
        .map((words) => ({ path, words })),
    )
    // Plural forms hold several sentences in one; each form is short itself.
    const plain = lengths.filter(
      ({ path }) => !own.some(([p, text]) => p === path && text.includes('plural')),
    )
    expect(plain.filter(({ words }) => words > 20)).toEqual([])
    expect(plain.reduce((sum, { words }) => sum + words, 0) / plain.length).toBeLessThan(15)
  })

  it('[TX3] every text can be formatted', () => {
    const failed: string[] = []
    const t = createTranslator({
      locale,
      messages: MESSAGES[locale],
      onError: (error) => failed.push(error.message),
    })
    for (const [path, text] of own) {
      const values = Object.fromEntries(
        needs(text).map((name) =>
          name.startsWith('<')
            ? [name.slice(1, -1), (inner: string) => inner]
            : [name, name === 'count' ? 2 : 'x'],
        ),
      )
      if (needs(text).some((name) => name.startsWith('<'))) t.markup(path as never, values as never)
      else t(path as never, values as never)
    }
    expect(failed).toEqual([])
  })
})
