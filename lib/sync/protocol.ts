/**
 * The wire: the y-websocket protocol with two messages of our own. Every frame starts with a varint.
 *
 *     0 sync       varint step (0 SyncStep1, 1 SyncStep2, 2 Update), then a byte array
 *     1 awareness  byte array (y-protocols/awareness)
 *     3 query      asks for the awareness states
 *   100 saved      varint: how many of this connection's own updates, counted from 1, are durable
 *   101 refused    varint: which update was refused; string: a reason of `RefusalReason`
 *   102 rights   nothing more: what this person may open on the board has changed
 *   103 epoch    varint: the epoch of the document. The first frame on a line; when the document is rewritten, or the
 *                line was opened with the number of another epoch, the line is closed after it (`CLOSE.epoch`)
 *
 * 100 to 103 are only sent to connections that were opened with `?ack=1`. `?epoch=N` says of which epoch the document
 * is that the client has; absent, it has none, or what it has is judged by itself.
 */
export const MESSAGE_SYNC = 0
export const MESSAGE_AWARENESS = 1
export const MESSAGE_QUERY_AWARENESS = 3
export const MESSAGE_SAVED = 100
export const MESSAGE_REFUSED = 101
export const MESSAGE_RIGHTS = 102
export const MESSAGE_EPOCH = 103

export const SYNC_STEP_1 = 0
export const SYNC_STEP_2 = 1
export const SYNC_UPDATE = 2

/** Why an update was refused. */
export type RefusalReason = 'read-only' | 'malformed' | 'too-large' | 'foreign-client' | 'stopped'

/** WebSocket close codes that we send. */
export const CLOSE = {
  /** The server stops or restarts: come back at once. */
  restart: 1012,
  /** A failure on our side: come back later. */
  tryLater: 1013,
  /** A frame that nobody's program sends by accident. */
  policy: 1008,
  tooLarge: 1009,
  /** Signed out, removed, or the role changed: ask again who you are. */
  revoked: 4401,
  /** The board was removed. */
  gone: 4404,
  /** The document was rewritten: what this line's client has of it leads nowhere. Stock providers stay away. */
  epoch: 4409,
} as const
