/** The npm package `edtf` has no types; only tests use it, as a second opinion on what is valid. */
declare module 'edtf' {
  export function parse(text: string, constraints?: { level?: number }): unknown
}
