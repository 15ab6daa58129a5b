import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'
import type { Cipher } from '../../store/cipher'

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const Row = z.object({
  seq: z.int(),
  principalId: z.string(),
  clients: z.array(z.tuple([z.number(), z.number(), z.number()])),
  update: Bytes,
})

/** About one document; `node` is who says it. */
const RoomMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rows'), node: z.string(), epoch: z.int(), rows: z.array(Row) }),
  /** Rows up to this number are on disk; too large to send along. */
  z.object({ kind: z.literal('number'), node: z.string(), epoch: z.int(), seq: z.int() }),
  /** The document was rewritten. */
  z.object({ kind: z.literal('epoch'), node: z.string(), epoch: z.int() }),
  z.object({ kind: z.literal('presence'), node: z.string(), update: Bytes }),
  /** Who is there? */
  z.object({ kind: z.literal('hello'), node: z.string() }),
  /** Nobody is here any more. */
  z.object({ kind: z.literal('bye'), node: z.string() }),
])
export type RoomMessage = z.infer<typeof RoomMessage>

/** What is taken away on one node is taken away on all. */
const Word = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recheck'), boardId: z.string() }),
  z.object({ kind: z.literal('rights'), boardId: z.string(), principalId: z.string() }),
  z.object({
    kind: z.literal('ended'),
    sessionId: z.string().optional(),
    principalId: z.string().optional(),
  }),
  z.object({ kind: z.literal('removed'), boardId: z.string() }),
])
export type Word = z.infer<typeof Word>

const NodeWord = z.object({ node: z.string(), word: Word })

/** Nothing is sent in the open: the bus may be anybody's machine. `context` ties a message to its channel. */
export function seal(cipher: Cipher, context: string, message: unknown): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeAny(body, message as Parameters<typeof encoding.writeAny>[1])
  return cipher.seal(encoding.toUint8Array(body), context)
}

/** Null for what was not sealed by a node of ours, or by one of another version. */
function open<T>(schema: z.ZodType<T>, cipher: Cipher, context: string, bytes: Uint8Array): T | null {
  try {
    const said: unknown = decoding.readAny(decoding.createDecoder(cipher.open(bytes, context)))
    return schema.safeParse(said).data ?? null
  } catch {
    return null
  }
}

export const openRoomMessage = (cipher: Cipher, context: string, bytes: Uint8Array) =>
  open(RoomMessage, cipher, context, bytes)
export const openWord = (cipher: Cipher, context: string, bytes: Uint8Array) =>
  open(NodeWord, cipher, context, bytes)
