import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ELSEWHERE, ROWS } from '@/components/phone/proof/rows-kit'
import { ROOT } from './temporary'

/** The names under which commands change a document, as their sources say them. */
function commandsInSource(): string[] {
  const folder = path.join(ROOT, 'lib/case/commands')
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const named = /(?:command|create|setRecordValues|setTextAs)\(doc, actor, '(\w+)'|commit\('(\w+)'\)/g
  const found = sources.flatMap((name) =>
    [...readFileSync(path.join(folder, name), 'utf8').matchAll(named)].map(([, a, b]) => a ?? b ?? ''),
  )
  return [...new Set(found)].sort()
}

it('[LST1] every command there is is given in the list and on the canvas, or stands with those that no view gives', () => {
  const shown = new Set([...ROWS.flatMap(({ does, also }) => [does, also]), ...Object.keys(ELSEWHERE)])
  expect(commandsInSource().length).toBeGreaterThan(80)
  expect(commandsInSource().filter((name) => !shown.has(name))).toEqual([])
})
