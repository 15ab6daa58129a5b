import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** OWASP's first choice of parameters for scrypt (N = 2^17, r = 8, p = 1), which needs 128 MiB for a moment. */
const COST = { N: 2 ** 17, r: 8, p: 1 }
const KEY_BYTES = 32
const maxmem = 192 * 1024 * 1024

/** `scrypt:N:r:p:salt:key`, so that the cost can grow later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password.normalize('NFKC'), salt, KEY_BYTES, { ...COST, maxmem })
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join(':')
}

/** Takes the same time for an account that does not exist (`stored` null): whether it does stays unknown. */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  const [, n, r, p, salt = '', key = ''] = (stored ?? NOBODY).split(':')
  const cost = { N: Number(n), r: Number(r), p: Number(p), maxmem }
  const expected = Buffer.from(key, 'base64url')
  const derived = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64url'), KEY_BYTES, cost)
  return timingSafeEqual(derived, expected) && stored !== null
}

/** A hash that no password has, of the same cost. */
const NOBODY = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43)].join(':')
