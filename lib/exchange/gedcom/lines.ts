import { tagOf, type Term } from './terms'

/** Signs that no file may hold. */
const CONTROLS = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu

/** The lines of a file while it is written. */
export class Lines {
  readonly #lines: string[] = []

  /** One structure; a text of several lines goes on in CONT, and an @ at the start of a line is doubled. */
  add(level: number, tag: string, text = ''): void {
    const [first = '', ...more] = clean(text).split('\n')
    this.#lines.push(line(level, tag, first), ...more.map((part) => line(level + 1, 'CONT', part)))
  }

  /** `add` for a term of ours. */
  ours(level: number, term: Term, text = ''): void {
    this.add(level, tagOf(term), text)
  }

  /** A structure that points at a record. */
  point(level: number, tag: string, xref: string): void {
    this.#lines.push(`${level} ${tag} @${xref}@`)
  }

  /** A record with a name that others point at. */
  record(xref: string, tag: string): void {
    this.#lines.push(`0 @${xref}@ ${tag}`)
  }

  /** With a byte order mark, as the standard advises. */
  toString(): string {
    return `\uFEFF${this.#lines.join('\n')}\n`
  }
}

function line(level: number, tag: string, text: string): string {
  return text === '' ? `${level} ${tag}` : `${level} ${tag} ${text.startsWith('@') ? '@' : ''}${text}`
}

/** Line ends of one kind, and nothing that no file may hold. */
export function clean(text: string): string {
  return text.replaceAll(/\r\n?/gu, '\n').replaceAll(CONTROLS, '')
}
