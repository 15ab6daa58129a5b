import { fromUtf16, fromUtf8, fromWindows1252, isZip, utf16Mark, type Utf16 } from '../bytes'
import { fromAnsel } from './ansel'

export type Encoding = 'UTF-8' | 'UTF-16' | 'ANSEL' | 'windows-1252'

export interface Decoded {
  text: string
  encoding: Encoding
  /** What the header says, when the bytes show something else or we do not know it; else null. */
  doubt: string | null
}

/** The header stands within these bytes. */
const HEAD_BYTES = 8_192
const ASCII_NAMES = /^(?:ASCII|UTF-?8|UNICODE|)$/
const LATIN_NAMES = /^(?:ANSI|IBM WINDOWS|WINDOWS.?1252|CP.?1252|ISO.?8859.?1|LATIN.?1)$/

/**
 * The text of a family file, line ends as they were. What the bytes show goes before what the header says: many files
 * say ANSEL and are UTF-8. Null when it is no text: a zip, or anything with NUL bytes.
 */
export function decodeGedcom(bytes: Uint8Array): Decoded | null {
  if (isZip(bytes)) return null
  const decoded = decode(bytes)
  return decoded.text.includes('\0') ? null : { ...decoded, text: decoded.text.replace(/^\uFEFF/, '') }
}

function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Mark(bytes) ?? utf16Shown(bytes)
  if (utf16) return { text: fromUtf16(bytes, utf16), encoding: 'UTF-16', doubt: null }
  const said = saidEncoding(bytes)
  const utf8 = fromUtf8(bytes)
  if (utf8 !== null) {
    const fits = ASCII_NAMES.test(said) || bytes.every((byte) => byte < 0x80)
    return { text: utf8, encoding: 'UTF-8', doubt: fits ? null : said }
  }
  if (said === 'ANSEL') return { text: fromAnsel(bytes), encoding: 'ANSEL', doubt: null }
  const doubt = LATIN_NAMES.test(said) ? null : said
  return { text: fromWindows1252(bytes), encoding: 'windows-1252', doubt }
}

/** UTF-16 without a byte order mark: the "0" of the first line has a NUL beside it. */
function utf16Shown(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0x30 && bytes[1] === 0) return 'utf-16le'
  return bytes[0] === 0 && bytes[1] === 0x30 ? 'utf-16be' : null
}

/** The encoding that the header names, in capitals; "" when it names none. */
function saidEncoding(bytes: Uint8Array): string {
  const head = fromWindows1252(bytes.subarray(0, HEAD_BYTES))
  const found = /^[ \t]*1[ \t]+CHAR(?:ACTER)?[ \t]+(\S.*?)[ \t]*$/m.exec(head.replaceAll(/\r\n?/g, '\n'))
  return (found?.[1] ?? '').toUpperCase()
}

/** Whether a file begins as a family file does, whatever its encoding. */
export function looksLikeGedcom(bytes: Uint8Array): boolean {
  const start = fromWindows1252(bytes.subarray(0, 200).filter((byte) => byte !== 0))
  return /^(?:ï»¿|ÿþ|þÿ)?\s*0\s+HEAD\b/.test(start)
}
