const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * A new id: 128 random bits in 22 url-safe characters. `random` fills the bytes it is given, or returns as many,
 * with randomness fit for secrets: `(bytes) => crypto.getRandomValues(bytes)`.
 */
export function newId(random: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
  const bytes = new Uint8Array(16)
  const filled = random(bytes)
  return base64url(filled instanceof Uint8Array ? filled : bytes)
}

/** Bytes in url-safe base 64 without padding. */
function base64url(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += ALPHABET[(held >> bits) & 63]
    }
  }
  if (bits > 0) text += ALPHABET[(held << (6 - bits)) & 63]
  return text
}
