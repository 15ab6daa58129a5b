/** The platform has it in browsers and in Node; the pure `lib/` has no types of either. */
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean },
) => { decode(bytes: Uint8Array): string }

/** What the bytes 0x80–0x9F mean in windows-1252; runtimes differ in what their own decoder makes of them. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Which UTF-16 a byte order mark announces; null without one. */
export function utf16Mark(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}
export type Utf16 = 'utf-16le' | 'utf-16be'

/** A zip: a spreadsheet or an archive, never text. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/** Null when it is no UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export function fromUtf16(bytes: Uint8Array, label: Utf16): string {
  return new TextDecoder(label).decode(bytes)
}

/** Every byte means something here, so this never fails. */
export function fromWindows1252(bytes: Uint8Array): string {
  const chars = Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? (WINDOWS_1252[byte - 0x80] ?? '') : String.fromCharCode(byte),
  )
  return chars.join('')
}
