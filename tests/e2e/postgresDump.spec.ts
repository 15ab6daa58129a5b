import { expect, test } from '@playwright/test'
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { keyRingSchemaOf } from '@/server/store/keyRingSchema'
import { ask, NO_POSTGRES, ownSchema, reachablePostgres } from '../support/postgres'
import { seeded } from '../support/seeded'
import { TestServer } from './fixtures/server'
import { newPlaces, notesOn, storm } from './fixtures/storm'

/** `FAULT_DUMPS=20` for the long run; `FAULT_SEED` repeats one. */
const DUMPS = Number(process.env['FAULT_DUMPS'] ?? 1)
const SEED = Number(process.env['FAULT_SEED'] ?? randomInt(2 ** 31))
const LIMITS = { LOG_LEVEL: 'warn', LIMIT_JOINS: '1000' }

function hasTools(): boolean {
  try {
    for (const tool of ['pg_dump', 'pg_restore']) execFileSync(tool, ['--version'])
    return true
  } catch {
    return false
  }
}

/** Runs it beside us: the storm goes on meanwhile. */
function run(tool: string, args: readonly string[]): Promise<void> {
  const child = spawn(tool, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${tool}: ${said}`))))
  })
}

test('[T19] pg_dump in a storm of edits, put back in an empty database: every edit that was acknowledged before is there', async () => {
  test.setTimeout(60_000 + DUMPS * 60_000)
  const url = await reachablePostgres()
  if (!url) console.warn(NO_POSTGRES)
  test.info().skip(!url || !hasTools(), 'no PostgreSQL, or no pg_dump')
  if (!url) return
  const schema = await ownSchema(url)
  const dir = mkdtempSync(path.join(tmpdir(), 'rotonde-dump-'))
  const secret = () => randomBytes(32).toString('hex')
  const secrets = { AUTH_SECRET: secret(), MASTER_KEY: secret() }
  const server = await TestServer.start({ ...LIMITS, ...secrets, DATABASE_URL: schema.url })
  try {
    await server.addUser('ann@example.nl', 'Ann')
    const places = await newPlaces(server, 'ann@example.nl', ['Bo', 'Cas', 'Dina', 'Els'])
    const board = places[0]?.board ?? ''
    const writers = await storm(server, places, 'dump', { everyMs: 15, random: seeded(SEED) })
    for (let round = 0; round < DUMPS; round++) {
      const goal = writers.map((writer) => writer.acknowledged().length + 40)
      await expect
        .poll(() => writers.every((writer, i) => writer.acknowledged().length >= (goal[i] ?? 0)))
        .toBe(true)
      const before = writers.flatMap((writer) => writer.acknowledged())
      // As docs/scaling.md says: the data first, then the keys, apart.
      const files = [schema.name, keyRingSchemaOf(schema.name)].map(
        (name) => [name, path.join(dir, `${round}-${name}`)] as const,
      )
      for (const [name, file] of files)
        await run('pg_dump', ['--format=custom', `--schema=${name}`, `--file=${file}`, url])
      await expect
        .poll(() => writers.flatMap((writer) => writer.acknowledged()).length)
        .toBeGreaterThan(before.length)
      const empty = `${schema.name}_${round}`
      await ask(url, `create database ${empty}`)
      const there = new URL(url)
      there.pathname = `/${empty}`
      try {
        for (const [, file] of files) await run('pg_restore', ['--no-owner', `--dbname=${there.href}`, file])
        there.searchParams.set('options', `-c search_path=${schema.name}`)
        const machine = await TestServer.start({ ...LIMITS, ...secrets, DATABASE_URL: there.href })
        try {
          const stored = await notesOn(machine, board)
          const missing = before.filter((id) => !stored.has(id))
          console.log(
            `T19 on PostgreSQL: ${before.length} acknowledged before the dump, ${missing.length} missing, ` +
              `${stored.size} in it, seed ${SEED}`,
          )
          expect(missing).toEqual([])
          // They come back with what they had, and go on.
          const [again] = await storm(machine, places.slice(0, 1), `na-${round}`, {
            everyMs: 20,
            random: seeded(SEED),
          })
          await expect.poll(() => again?.acknowledged().length).toBeGreaterThan(0)
          again?.stop()
        } finally {
          await machine.dispose()
        }
      } finally {
        await ask(url, `drop database if exists ${empty} with (force)`)
      }
    }
    for (const writer of writers) writer.stop()
  } finally {
    await server.dispose()
    await schema.drop()
    rmSync(dir, { recursive: true, force: true })
  }
})
