/** What came of a command. */
export interface Outcome {
  output: string
  notes?: string[]
  /** Set when it was not done; the output then says why in detail. */
  failed?: string
  /** Bytes for standard output or a file, as base64; `output` is then empty. */
  file?: string
}
