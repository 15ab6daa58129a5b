import { fromUtf16, fromUtf8, fromWindows1252, isZip, utf16Mark } from '../bytes'

/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark, else windows-1252 (what spreadsheets save as "CSV").
 * Line ends become `\n`. Null when it is no text: a zip (a spreadsheet itself) or anything with NUL bytes.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (isZip(bytes)) return null
  const utf16 = utf16Mark(bytes)
  const text = utf16 ? fromUtf16(bytes, utf16) : (fromUtf8(bytes) ?? fromWindows1252(bytes))
  if (text.includes('\0')) return null
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
}
