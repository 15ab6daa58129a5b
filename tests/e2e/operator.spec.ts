import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { ask, signIn } from './fixtures/http'
import { PASSWORD, TestServer } from './fixtures/server'

/** Words of a board that nobody may find in DATA_DIR: title, question, purpose, title and words of a moment. */
const WORDS = ['Korenbloemveld', 'Kamillethee', 'Duizendblad', 'Zilverschoon', 'Wilgenroosje']

let server: TestServer
let board: string
let ann: string
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  server = await TestServer.start({ MASTER_KEY: 'm'.repeat(40) })
  await server.addUser('ann@example.nl', 'Ann')
  ann = (await signIn(server, 'ann@example.nl')).cookie
  const post = async (path: string, json: unknown) =>
    JSON.parse((await ask(server, path, { method: 'POST', cookie: ann, json })).text) as { id: string }
  board = (await post('/api/boards', { title: WORDS[0], question: WORDS[1] })).id
  await post(`/api/boards/${board}/purpose`, { purpose: WORDS[2], legalBasis: 'consent' })
  const file = `wanneer;wat;kant;wie;bron;helpend;aard\n2012;${WORDS[3]};gezin;${WORDS[4]};;;feit\n`
  await ask(server, `/api/boards/${board}/import?skip=1`, { method: 'POST', cookie: ann, body: file })
  expect(await server.cli(['board', 'export', board])).toContain(WORDS[3])
})
test.afterAll(() => server.dispose())

const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => path.join(dir, name))

/** Files of DATA_DIR in which one of the words can be read, in any of the usual ways of writing them down. */
function filesWith(words: readonly string[]): string[] {
  const forms = words.flatMap((word) => [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(Buffer.from(word).toString('base64').slice(0, 12)),
  ])
  return filesIn(server.dataDir).filter(
    (file) => statSync(file).isFile() && forms.some((form) => readFileSync(file).includes(form)),
  )
}

/** Starts the real server, which must not come up: its exit code and what it says. */
async function failsToStart(env: Record<string, string>) {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['.build/server/index.js'], {
    env: { PATH, HOME, NODE_ENV: 'production', PORT: String(server.port), DATA_DIR: server.dataDir, ...env },
  })
  const [[code], said] = await Promise.all([
    once(child, 'exit') as Promise<[number]>,
    text(child.stderr),
    text(child.stdout),
  ])
  return { code, said: said.trim() }
}

test('[SE13] everything in DATA_DIR is for who runs the server alone, and holds no word of a board', async () => {
  for (const file of filesIn(server.dataDir))
    expect((statSync(file).mode & 0o077).toString(8), file).toBe('0')
  expect(filesWith(WORDS)).toEqual([])
  expect(filesWith(['ann@example.nl'])).not.toEqual([])
  await server.stop()
  expect(filesWith(WORDS)).toEqual([])
  await server.start()
})

test('[SE14] a wrong setting stops the start with one clear line that repeats no secret', async () => {
  const wrong: [Record<string, string>, RegExp][] = [
    [{ AUTH_SECRET: 'GeheimMaarKort' }, /AUTH_SECRET: .*32/],
    [{ MASTER_KEY: 'GeheimMaarKort' }, /MASTER_KEY: .*32/],
    [{ METRICS_TOKEN: 'GeheimKort' }, /METRICS_TOKEN: /],
    [{ PUBLIC_URL: 'rotonde.example' }, /PUBLIC_URL: must be /],
    [{ PUBLIC_URL: 'ftp://rotonde.example' }, /PUBLIC_URL: must be /],
    [{ PUBLIC_URL: 'https://rotonde.example/bord' }, /PUBLIC_URL: must be /],
    [{ PUBLIC_URL: 'https://ann:geheim@rotonde.example' }, /PUBLIC_URL: must be /],
    [{ PORT: 'drieduizend' }, /PORT: /],
    [{ PORT: '70000' }, /PORT: /],
    [{ TRUST_PROXY: 'yes' }, /TRUST_PROXY: /],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL: /],
    [{ LIMIT_JOINS: '-1' }, /LIMIT_JOINS: /],
    [{ DATABASE_URL: 'mysql://ann:geheim@db/rotonde' }, /DATABASE_URL: must be /],
    [{ DATABASE_URL: 'postgres://ann:geheim@db/rotonde' }, /AUTH_SECRET: .*MASTER_KEY: must be given/],
    [{ REDIS_URL: 'redis://:geheim@bus' }, /REDIS_URL: .*DATABASE_URL/],
    [{ REDIS_URL: 'bus:geheim' }, /REDIS_URL: must be /],
  ]
  await Promise.all(
    wrong.map(async ([env, line]) => {
      const { code, said } = await failsToStart(env)
      expect(said).toMatch(/^Rotonde cannot start\. The configuration is wrong\. .+$/)
      expect(said).toMatch(line)
      expect(said).not.toMatch(/geheim/i)
      expect(code).toBe(1)
    }),
  )
})

test('[SE15] a busy port and a DATA_DIR that is in use are said in one line, and harm the server that runs nothing', async () => {
  const second = await failsToStart({ PORT: '0' })
  expect(second).toEqual({
    code: 1,
    said: `Rotonde cannot start. Another Rotonde is already running on ${server.dataDir}.`,
  })
  const other = `${server.dataDir}-other`
  try {
    const busy = await failsToStart({ DATA_DIR: other })
    expect(busy.code).toBe(1)
    expect(busy.said).toBe(
      `Rotonde cannot start. Port ${server.port} is in use. Stop what uses it, or choose another: PORT=3001.`,
    )
  } finally {
    rmSync(other, { recursive: true, force: true })
  }
  expect((await ask(server, '/api/health')).status).toBe(200)
  expect((await ask(server, `/api/boards/${board}/export`, { cookie: ann })).status).toBe(200)
})

test('[SE16] who speaks nonsense to the command line’s door gets no answer, and the server lives on', async () => {
  for (const words of ['', 'nonsense', '{"name":"board list"', 'null']) {
    const line = connect(path.join(server.dataDir, 'control.sock'))
    line.resume().end(words)
    await once(line, 'close')
  }
  expect((await ask(server, '/api/health')).status).toBe(200)
  expect(await server.cli(['board', 'list'])).toContain(board)
})

for (const running of [true, false])
  test(`[SE17] every command works with the server ${running ? 'running' : 'stopped'}`, async () => {
    if (!running) await server.stop()
    const email = `${running}@example.nl`
    expect(await server.addUser(email, 'Bea')).toMatch(/^[\w-]{22}$/)
    const made = await server.addBoard('Een bord', email, '--example')
    expect(made).toMatch(/^[\w-]{22}$/)
    expect(await server.invite(made, 'viewer')).toMatch(/\/join\/[\w-]{32}$/)
    const file = path.join(server.dataDir, 'in.csv')
    writeFileSync(file, 'wanneer;wat\n2012;Iets\n')
    const imported = await server.cli(['board', 'import', made, file])
    expect(JSON.parse(imported)).toMatchObject({ events: 1, warnings: [] })
    expect(JSON.parse(await server.cli(['board', 'export', made]))).toMatchObject({ format: 'rotonde' })
    const out = path.join(server.dataDir, `${running}.json`)
    expect(await server.cli(['board', 'export', made, '--out', out])).toBe('')
    expect(statSync(out).mode & 0o077).toBe(0)
    const rewritten = await server.cli(['board', 'rewrite', made, '--without-bin'])
    expect(JSON.parse(rewritten)).toMatchObject({ records: 0, pictures: 0 })
    expect(await server.cli(['board', 'list'])).toContain(made)
    expect(await server.cli(['board', 'remove', made])).toBe(made)
    expect(await server.cli(['board', 'list'])).not.toContain(made)
    for (const one of [file, out]) rmSync(one)
    if (!running) await server.start()
  })

test('[SE18] what the command line cannot do it says on stderr alone, and ends with a code', async () => {
  const add = ['user', 'add', '--name', 'Bea', '--password-stdin', '--email']
  const wrong: [string[], RegExp, string?][] = [
    [[...add, 'geen adres'], /email/, PASSWORD],
    [[...add, 'cas@example.nl'], /password/, 'kort'],
    [[...add, 'cas@example.nl'], /password/],
    [[...add, 'ann@example.nl'], /already an account/, PASSWORD],
    [
      ['user', 'add', '--email', 'cas@example.nl', '--name', 'Cas', '--password', PASSWORD],
      /unknown option|password-stdin/,
    ],
    [['board', 'add', '--title', ' ', '--owner', 'ann@example.nl'], /missing or too long/],
    [['board', 'add', '--title', 'T', '--owner', 'niemand@example.nl'], /no account/],
    [['board', 'invite', board, '--role', 'owner'], /facilitator, participant, viewer/],
    [['board', 'invite', board, '--role', 'viewer', '--hours', '-1'], /above zero/],
    [['board', 'invite', board, '--role', 'viewer', '--uses', '1.5'], /missing or too long|whole/],
    [['board', 'invite', 'none', '--role', 'viewer'], /no such board/],
    [['board', 'import', board, '/nowhere.csv'], /no such file/],
    [['board', 'export', 'none'], /no such board/],
    [['board', 'export', board, '--format', 'exe'], /json/],
    [['board', 'remove', 'none'], /no such board/],
    [['board', 'rewrite', 'none'], /no such board/],
    [['nonsense'], /unknown command/],
  ]
  await Promise.all(
    wrong.map(async ([args, words, stdin]) => {
      const { code, out, error } = await server.run(args, stdin)
      expect(error, args.join(' ')).toMatch(words)
      expect(out, args.join(' ')).toBe('')
      expect(code, args.join(' ')).toBe(1)
      expect(error).not.toContain('    at ')
    }),
  )
})

test('[SE19] another master key stops the start and changes nothing; a removed board leaves no word behind', async () => {
  await server.stop()
  const before = readFileSync(path.join(server.dataDir, 'rotonde.sqlite'))
  const { code, said } = await failsToStart({ MASTER_KEY: 'n'.repeat(40) })
  expect(code).toBe(1)
  expect(said).toMatch(
    /^Rotonde cannot start\. The master key does not open the boards .+ Nothing was changed\.$/,
  )
  expect(readFileSync(path.join(server.dataDir, 'rotonde.sqlite')).equals(before)).toBe(true)
  await server.start()
  expect(await server.cli(['board', 'export', board])).toContain(WORDS[3])
  await server.cli(['board', 'remove', board])
  expect(filesWith([...WORDS, board])).toEqual([])
})
