import { Client } from 'pg'
import { randomBytes } from 'node:crypto'
import { keyRingSchemaOf } from '@/server/store/keyRingSchema'

/** What listens on the standard local port, unless told otherwise. */
const URLS = process.env['TEST_DATABASE_URL']
  ? [process.env['TEST_DATABASE_URL']]
  : ['postgres://postgres@127.0.0.1:5432/test', 'postgres://postgres@127.0.0.1:5432/postgres']

/** Where tests may make schemas of their own; null when no PostgreSQL answers. */
export async function reachablePostgres(): Promise<string | null> {
  for (const url of URLS) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return url
    } catch {
      // The next, or none.
    } finally {
      await client.end().catch(() => {})
    }
  }
  // One that was named must be there; so must one in CI, which has it on purpose.
  if (process.env['TEST_DATABASE_URL']) throw new Error('nothing answers at TEST_DATABASE_URL')
  return null
}

/** Said once a file, in words that nobody overlooks. */
export const NO_POSTGRES =
  'SKIPPED: no PostgreSQL on 127.0.0.1:5432; set TEST_DATABASE_URL to run the tests of several nodes.'

export interface OwnSchema {
  /** An address under which tables are made in the schema. */
  url: string
  name: string
  drop(): Promise<void>
}

/** An empty schema, for one test. */
export async function ownSchema(url: string): Promise<OwnSchema> {
  const name = `t_${randomBytes(8).toString('hex')}`
  await ask(url, `create schema ${name}`)
  const own = new URL(url)
  own.searchParams.set('options', `-c search_path=${name}`)
  return {
    url: own.href,
    name,
    drop: () => ask(url, `drop schema if exists ${name}, ${keyRingSchemaOf(name)} cascade`).then(() => {}),
  }
}

/** One statement, outside everything under test. */
export async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}
