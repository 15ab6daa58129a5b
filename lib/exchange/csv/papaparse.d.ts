/** The little of papaparse that we use. Its published types bring Node's and the DOM's into the pure `lib/`. */
declare module 'papaparse/papaparse.min.js' {
  interface Result {
    data: string[][]
    /** `row` counts the records of `data` from 0. */
    errors: { type: string; row?: number }[]
  }
  const Papa: {
    parse(text: string, config: { delimiter: string; newline: string; quoteChar: string }): Result
  }
  export default Papa
}
