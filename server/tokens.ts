import { createHash, randomBytes, randomFillSync } from 'node:crypto'
import { newId } from '@/lib/case/ids'

/**
 * A new id of 128 random bits, 22 characters. It never begins with a dash: on the command line, where ids are
 * arguments, it would be taken for an option.
 */
export function randomId(): string {
  const id = newId((bytes) => randomFillSync(bytes))
  return id.startsWith('-') ? randomId() : id
}

/** A token for a link: 192 random bits, 32 characters. Only its hash is stored. */
export const randomToken = (): string => randomBytes(24).toString('base64url')

/** What is stored of a token. The token is random, so a plain hash is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
