import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/** The files of a backup. */
export const DATABASE = 'rotonde.sqlite'
export const MANIFEST = 'manifest.json'
export const SECRETS = ['master-key', 'auth-secret'] as const

const Manifest = z.object({
  format: z.literal('rotonde-backup'),
  /** Of the program that made it. */
  version: z.string(),
  at: z.iso.datetime(),
  /** The last change of the tables that is in it. */
  tables: z.string(),
  /** SHA-256 of the database. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Manifest = z.infer<typeof Manifest>

/** Throws in plain words when the folder is no whole backup. */
export async function readManifest(dir: string): Promise<Manifest> {
  let text: string
  try {
    text = await readFile(path.join(dir, MANIFEST), 'utf8')
  } catch {
    throw new Error(`${dir} is no backup: there is no ${MANIFEST} in it.`)
  }
  try {
    return Manifest.parse(JSON.parse(text))
  } catch {
    throw new Error(`The ${MANIFEST} in ${dir} is damaged.`)
  }
}
