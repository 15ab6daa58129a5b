/** Undoes what a call started; safe to call twice. */
export type Stop = () => void

/** Time, passed in: tests advance it by hand and need no waiting. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `run` once, `ms` from now, unless stopped before. */
  after(ms: number, run: () => void): Stop
}
