import { inflateSync } from 'node:zlib'

/** What stands on one page of a PDF of ours: size, words as they can be copied, and where each begins. */
export interface ReadPage {
  w: number
  h: number
  texts: { text: string; x: number; y: number }[]
  /** All of it, without spaces: how words are spaced is the reader's guess. */
  copied: string
}

/**
 * A reader of just the PDFs that we write, for tests: text operators decoded through each font's ToUnicode table, so
 * that what it finds is what somebody can select and copy.
 */
export function readPdf(bytes: Buffer): ReadPage[] {
  const objects = objectsOf(bytes)
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
  return pages.map(({ head }) => {
    const [, w = '0', h = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head) ?? []
    const content = objects.get(refIn(head, 'Contents'))?.stream?.toString('latin1') ?? ''
    const resources = objects.get(refIn(head, 'Resources'))?.head ?? head
    const fonts = new Map<string, ReadonlyMap<string, string>>()
    for (const [, name = '', ref = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(Number(ref))?.head ?? ''
      fonts.set(name, unicodeOf(objects.get(refIn(font, 'ToUnicode'))?.stream?.toString('latin1') ?? ''))
    }
    const texts = textsIn(content, fonts)
    return {
      w: Number(w),
      h: Number(h),
      texts,
      copied: texts
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s+/g, ''),
    }
  })
}

interface PdfObject {
  head: string
  stream?: Buffer
}

function objectsOf(bytes: Buffer): Map<number, PdfObject> {
  const text = bytes.toString('latin1')
  const found = new Map<number, PdfObject>()
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)(stream\n|endobj)/g)) {
    const [all, id = '', head = '', end] = match
    const entry: PdfObject = { head }
    if (end === 'stream\n') {
      const start = match.index + all.length
      const raw = bytes.subarray(start, start + Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0))
      entry.stream = head.includes('FlateDecode') ? inflateSync(raw) : raw
    }
    found.set(Number(id), entry)
  }
  return found
}

const refIn = (head: string, name: string) => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? 0)

/** Codes of glyphs to the letters that they stand for. */
function unicodeOf(map: string): ReadonlyMap<string, string> {
  const letters = (hex: string) =>
    (hex.match(/.{4}/g) ?? []).map((code) => String.fromCharCode(Number.parseInt(code, 16))).join('')
  const found = new Map<string, string>()
  for (const [, first = '', , list = ''] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    const from = Number.parseInt(first, 16)
    ;[...list.matchAll(/<([0-9a-f]*)>/gi)].forEach(([, hex = ''], i) => {
      found.set((from + i).toString(16).padStart(4, '0'), letters(hex))
    })
  }
  return found
}

type Matrix = readonly [number, number, number, number, number, number]
const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
]

/** Follows the graphics state far enough to know where each text begins on the page, y from below. */
function textsIn(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): ReadPage['texts'] {
  const texts: ReadPage['texts'] = []
  const stack: Matrix[] = []
  let now: Matrix = [1, 0, 0, 1, 0, 0]
  let line: Matrix = now
  let font: ReadonlyMap<string, string> = new Map()
  const number = String.raw`-?[\d.]+(?:e-?\d+)?`
  const six = `(${number}) (${number}) (${number}) (${number}) (${number}) (${number})`
  const operator = new RegExp(`^(?:(q)|(Q)|${six} (cm|Tm)|/(F\\d+) ${number} Tf|\\[(.*)\\] TJ)$`)
  for (const row of content.split('\n')) {
    const match = operator.exec(row.trim())
    if (!match) continue
    const [, push, pop, a, b, c, d, e, f, which, name, shown] = match
    if (push) stack.push(now)
    else if (pop) now = stack.pop() ?? now
    else if (which) {
      const matrix = [a, b, c, d, e, f].map(Number) as unknown as Matrix
      if (which === 'cm') now = multiply(matrix, now)
      else line = multiply(matrix, now)
    } else if (name) font = fonts.get(name) ?? new Map()
    else if (shown !== undefined) {
      const codes = [...shown.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      texts.push({ text: codes.map((code) => font.get(code) ?? '\uFFFD').join(''), x: line[4], y: line[5] })
    }
  }
  return texts
}
