/** The npm package `edtf` has no types; only tests use it, as a second opinion on what is valid. */
declare module 'edtf' {
  /** `min` and `max` in milliseconds since 1970. */
  export default function edtf(text: string): { min: number; max: number }
  export function parse(text: string, constraints?: { level?: number }): unknown
}
