import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './temporary'
import { sources } from './tree'

const RULE = /^- (?:\*\*)?([A-Z]{1,6}\d+[a-z]?)\b/gm
/** The start of a title: a quote, then one or more rules in brackets. */
const TITLE = /(['"`])\[((?:[A-Z]{1,6}\d+[a-z]?)(?:,? [A-Z]{1,6}\d+[a-z]?)*)\]/g

const rulesIn = (spec: string): string[] => [...spec.matchAll(RULE)].map(([, id]) => id ?? '')
const quotedIn = (test: string): string[] =>
  [...test.matchAll(TITLE)].flatMap(([, , ids]) => (ids ?? '').split(/,? /))

describe('docs/SPEC.md and the tests', () => {
  const rules = rulesIn(readFileSync(join(ROOT, 'docs/SPEC.md'), 'utf8'))
  const quoted = new Map(
    sources(['app', 'components', 'lib', 'server', 'scripts', 'tests'], /\.tsx?$/).flatMap(({ path, text }) =>
      quotedIn(text).map((id) => [id, path] as const),
    ),
  )

  it('[REPO12] rules and titles are recognised', () => {
    expect(rulesIn('- TL1 one\n- **TL2** two\n- Plain words\n')).toEqual(['TL1', 'TL2'])
    // Put together here, so that this file quotes no rules that it does not show.
    const title = (rules: string) => ['it(', `[${rules}] words`, ', x)'].join("'")
    expect(quotedIn(`${title('TL1')}\n${title('TL2, TL3')}\nconst a = ['TL9']`)).toEqual([
      'TL1',
      'TL2',
      'TL3',
    ])
  })

  it('[REPO12] every rule stands there once', () => {
    expect(rules.filter((id, i) => rules.indexOf(id) !== i)).toEqual([])
  })

  it('[REPO12] every rule is quoted by the title of a test', () => {
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.filter((id) => !quoted.has(id))).toEqual([])
  })

  it('[REPO12] every rule that a title quotes stands in the specification', () => {
    const known = new Set(rules)
    expect([...quoted].filter(([id]) => !known.has(id)).map(([id, path]) => `${id} (${path})`)).toEqual([])
  })
})
