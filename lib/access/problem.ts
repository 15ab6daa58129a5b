/** Reasons for which the server says no, and the HTTP status that says so. */
export const PROBLEMS = {
  'bad-input': 400,
  'no-session': 401,
  'wrong-password': 401,
  'foreign-origin': 403,
  'not-allowed': 403,
  'not-found': 404,
  taken: 409,
  'purpose-needed': 409,
  'pictures-full': 409,
  'last-admitted': 409,
  revealed: 409,
  'entries-full': 409,
  gone: 410,
  'too-large': 413,
  'too-many-pixels': 413,
  'no-picture': 415,
  'too-many': 429,
  stopped: 503,
  'disk-full': 507,
} as const

export type ProblemCode = keyof typeof PROBLEMS

/** An expected refusal. `detail` is for people who run the server: it never holds names or board text. */
export class Problem extends Error {
  override readonly name = 'Problem'
  constructor(
    readonly code: ProblemCode,
    detail: string = code,
  ) {
    super(detail)
  }
  get status(): number {
    return PROBLEMS[this.code]
  }
}

/** Told by name, not by class: the pages and the server are two bundles that share no module instances. */
export function isProblem(error: unknown): error is Problem {
  return error instanceof Error && error.name === 'Problem' && 'code' in error
}

/** Whether `text` is one of the codes above. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEMS, text)
}
