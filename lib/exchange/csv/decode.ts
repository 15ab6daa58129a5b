/** The platform has it in browsers and in Node; the pure `lib/` has no types of either. */
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean },
) => { decode(bytes: Uint8Array): string }

/** What the bytes 0x80–0x9F mean in windows-1252; runtimes differ in what their own decoder makes of them. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark, else windows-1252 (what spreadsheets save as "CSV").
 * Line ends become `\n`. Null when it is no text: a zip (a spreadsheet itself) or anything with NUL bytes.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = utf16Label(bytes)
  if (isZip(bytes)) return null
  const text = utf16 ? new TextDecoder(utf16).decode(bytes) : (fromUtf8(bytes) ?? fromWindows1252(bytes))
  if (text.includes('\0')) return null
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function fromWindows1252(bytes: Uint8Array): string {
  const chars = Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? (WINDOWS_1252[byte - 0x80] ?? '') : String.fromCharCode(byte),
  )
  return chars.join('')
}
