/**
 * ANSEL (ANSI/NISO Z39.47), the character set of old family files, as GEDCOM 5.5.1 uses it in its appendix C: a
 * letter and its marks are separate bytes, the marks first. Our own table: no maintained package holds it.
 */
const LETTERS: Readonly<Record<number, string>> = {
  ...run(0xa1, 'ŁØĐÞÆŒʹ·♭®±ƠƯʼ'),
  ...run(0xb0, 'ʻłøđþæœʺı£ð'),
  ...run(0xbc, 'ơư'),
  // Boxes, and the two letters in the middle of a line, are additions of GEDCOM.
  ...run(0xbe, '□■'),
  ...run(0xc0, '°ℓ℗©♯¿¡ß€'),
  ...run(0xcd, 'eo'),
  0xcf: 'ß',
}

/** Marks, which Unicode puts after their letter. */
const MARKS: Readonly<Record<number, string>> = {
  ...run(
    0xe0,
    '\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030C\u030A\uFE20\uFE21\u0315\u030B\u0310',
  ),
  ...run(0xf0, '\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031C\u032E\uFE22\uFE23\u0338'),
  0xfe: '\u0313',
}

function run(first: number, letters: string): Record<number, string> {
  return Object.fromEntries(Array.from(letters, (letter, i) => [first + i, letter]))
}

/** The text of bytes in ANSEL, composed (NFC); bytes that mean nothing in it become U+FFFD. */
export function fromAnsel(bytes: Uint8Array): string {
  const parts: string[] = []
  let marks = ''
  for (const byte of bytes) {
    const mark = MARKS[byte]
    if (mark !== undefined) {
      marks += mark
      continue
    }
    parts.push(byte < 0x80 ? String.fromCharCode(byte) : (LETTERS[byte] ?? '\uFFFD'))
    if (marks !== '') parts.push(marks)
    marks = ''
  }
  return (parts.join('') + marks).normalize('NFC')
}
