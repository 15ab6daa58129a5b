/** All that a room knows of a connection: a `ws` socket and a test's queue can each be one. */
export interface Peer {
  readonly principal: { id: string; name: string }
  /** Viewers read. */
  readonly mayWrite: boolean
  /** Opened with `?ack=1`: hears messages 100 and 101. */
  readonly wantsAcks: boolean
  /** Of which epoch the document is that they have; null or absent: they did not say. */
  readonly epoch?: number | null
  send(frame: Uint8Array): void
  /** Several frames as one piece for the line. The same array for everybody who gets them, so that it is made once. */
  sendTogether(frames: readonly Uint8Array[]): void
  /** Bytes that were sent and that their side has not taken yet. */
  readonly waiting: number
  /** Calls once when nothing waits any more; never when the line ends before. */
  whenTaken(then: () => void): void
  close(code: number, reason: string): void
}
