import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Problem } from '@/lib/access/problem'
import type { Env } from '../env'

/** Limits on guessing. Each `consume` throws `too-many` when its key has tried too often. */
export interface Limits {
  /** A password, per address and e-mail. */
  signIn(address: string, email: string): Promise<void>
  /** A link or code that does not exist, per address. */
  miss(address: string): Promise<void>
  /** Throws when the address has missed too often, without counting. */
  mayTry(address: string): Promise<void>
  /** Something handed in for who may know of it, per person. */
  propose(principalId: string): Promise<void>
  /** A private entry, per person. */
  enter(principalId: string): Promise<void>
}

export function createLimits(env: Env): Limits {
  const byPair = new RateLimiterMemory({ points: env.LIMIT_SIGN_INS, duration: 15 * 60 })
  // Somebody who tries one password on many accounts comes from one address.
  const byAddress = new RateLimiterMemory({ points: env.LIMIT_SIGN_INS * 10, duration: 15 * 60 })
  const misses = new RateLimiterMemory({ points: env.LIMIT_JOINS, duration: 60 })
  const proposals = new RateLimiterMemory({ points: env.LIMIT_PROPOSALS, duration: 60 })
  const entries = new RateLimiterMemory({ points: env.LIMIT_ENTRIES, duration: 60 })
  const consume = async (limiter: RateLimiterMemory, key: string) => {
    try {
      await limiter.consume(key)
    } catch {
      throw new Problem('too-many')
    }
  }
  return {
    async signIn(address, email) {
      await consume(byAddress, address)
      await consume(byPair, `${address} ${email}`)
    },
    miss: (address) => consume(misses, address),
    propose: (principalId) => consume(proposals, principalId),
    enter: (principalId) => consume(entries, principalId),
    async mayTry(address) {
      const tried = await misses.get(address)
      if (tried && tried.remainingPoints <= 0) throw new Problem('too-many')
    },
  }
}
