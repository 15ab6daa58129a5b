import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** First byte of everything encrypted, so that another form can follow one day. */
const FORM = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Random bytes cost as much for twelve as for some thousand. */
let pool = Buffer.alloc(0)
let used = 0

function newNonce(): Buffer {
  if (used + NONCE_BYTES > pool.length) {
    pool = randomBytes(NONCE_BYTES * 300)
    used = 0
  }
  used += NONCE_BYTES
  return pool.subarray(used - NONCE_BYTES, used)
}

/** These bytes do not open: another key, another place, or not what was sealed. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/**
 * AES-256-GCM under one key. Sealed bytes are: form (1), nonce (12), ciphertext, tag (16). `context` is not
 * stored but must be the same when opening: it ties the bytes to their place.
 */
export class Cipher {
  #key: Buffer = Buffer.alloc(0)
  /** What was sealed before the key was renewed, and is not sealed anew yet. */
  #older: Cipher | null = null

  /** `key`: 32 bytes. */
  constructor(key: Uint8Array) {
    this.renew(key, null)
  }

  /** From now on seals with `key`, and opens what that or `older` has sealed; for everybody who holds this cipher. */
  renew(key: Uint8Array, older: Uint8Array | null): void {
    if (key.length !== 32) throw new Error('a key has 32 bytes')
    this.#key = Buffer.from(key)
    this.#older = older && new Cipher(older)
  }

  seal(plain: Uint8Array, context: string): Uint8Array {
    const nonce = newNonce()
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    cipher.setAAD(Buffer.from(context))
    // In memory of its own: out of the shared pool, all of the pool would be copied with it to another thread.
    const sealed = new Uint8Array(1 + NONCE_BYTES + plain.length + TAG_BYTES)
    sealed[0] = FORM
    sealed.set(nonce, 1)
    sealed.set(cipher.update(plain), 1 + NONCE_BYTES)
    // GCM is a stream: the end adds nothing.
    cipher.final()
    sealed.set(cipher.getAuthTag(), sealed.length - TAG_BYTES)
    return sealed
  }

  /** Throws when a byte was changed, the key is another, or the bytes belong elsewhere. */
  open(sealed: Uint8Array, context: string): Uint8Array {
    try {
      return this.#open(sealed, context)
    } catch (error) {
      if (!this.#older) throw error
      return this.#older.open(sealed, context)
    }
  }

  #open(sealed: Uint8Array, context: string): Uint8Array {
    if (sealed[0] !== FORM || sealed.length < 1 + NONCE_BYTES + TAG_BYTES)
      throw new Unreadable('not sealed by us')
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce)
    decipher.setAAD(Buffer.from(context))
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
    const body = sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES)
    try {
      return new Uint8Array(Buffer.concat([decipher.update(body), decipher.final()]))
    } catch (error) {
      throw new Unreadable('sealed with another key, or for another place', { cause: error })
    }
  }

  sealText(plain: string, context: string): Uint8Array {
    return this.seal(Buffer.from(plain, 'utf8'), context)
  }

  openText(sealed: Uint8Array, context: string): string {
    return Buffer.from(this.open(sealed, context)).toString('utf8')
  }
}

/** The cipher that wraps the boards' data keys. `MASTER_KEY` is a random text, so one hash is enough. */
export function masterCipher(masterKey: string): Cipher {
  return new Cipher(createHash('sha256').update(`rotonde master key ${masterKey}`).digest())
}
