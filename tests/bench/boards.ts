import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { TestServer } from '../e2e/fixtures/server'

const WORDS = [
  'Opa valt en komt in het ziekenhuis',
  'Nieuwe school, verder van huis',
  'Gesprek met de huisarts',
  'Iris gaat bij oma wonen',
  'Verhuizing naar een andere buurt',
  'De wijkcoach komt elke week langs',
  'Vader vindt werk in de haven',
  'Eerste avond op de voetbalclub',
]
/** Years that a board covers: more moments, a longer story. */
const yearsOf = (count: number) => (count > 1_000 ? 60 : 20)

/** A moment of an invented story, in the order of the file. */
export interface Line {
  date: string
  professional: boolean
  title: string
}

/** The same story at every run: days, months and years mixed, on both sides. */
export function story(count: number): Line[] {
  const years = yearsOf(count)
  return Array.from({ length: count }, (_, i) => {
    const at = 2_024 - years + (i * years) / count
    const year = Math.floor(at)
    const month = String(1 + Math.floor((at - year) * 12)).padStart(2, '0')
    const day = String(1 + ((i * 7) % 28)).padStart(2, '0')
    const date = [`${year}-${month}-${day}`, `${year}-${month}`, `${year}`][i % 3]!
    return { date, professional: i % 2 === 0, title: `${WORDS[i % WORDS.length]} (${i + 1})` }
  })
}

/** The story on a board of the real server. */
export async function boardOf(server: TestServer, count: number): Promise<string> {
  const board = await server.addBoard(`Een verhaal van ${count}`, 'ann@example.nl')
  const file = path.join(server.dataDir, `${board}.csv`)
  const lines = story(count).map(
    ({ date, professional, title }) =>
      `${date};feit;${professional ? 'professional' : 'gezin'};;feit;;${title}`,
  )
  writeFileSync(file, ['datum;soort;bron;wie;aard;helpend;tekst', ...lines].join('\n'))
  await server.cli(['board', 'import', board, file])
  return board
}

/** The cookie of a new guest who has joined these boards. */
export async function guestOf(
  server: TestServer,
  boards: readonly string[],
): Promise<{ name: string; value: string; url: string }> {
  let cookie = ''
  for (const board of boards) {
    const link = await server.invite(board, 'participant')
    const response = await fetch(`${server.url}/api/join/${link.split('/').at(-1)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(cookie ? { cookie } : {}) },
      body: JSON.stringify({ name: 'Bench' }),
    })
    if (!response.ok) throw new Error(`join: ${response.status} ${await response.text()}`)
    cookie ||= (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  }
  const [name = '', ...value] = cookie.split('=')
  return { name, value: value.join('='), url: server.url }
}
