import * as encoding from 'lib0/encoding'
import { MESSAGE_AWARENESS, MESSAGE_SYNC, SYNC_STEP_1, SYNC_UPDATE } from '@/lib/sync/protocol'

/** How a server wants its frames: plain y-websocket, or with the document's name before each, as Hocuspocus has it. */
export type Dialect = 'plain' | 'named'

const HOCUSPOCUS_AUTH = 2

function frame(dialect: Dialect, room: string, write: (out: encoding.Encoder) => void): Uint8Array {
  const out = encoding.createEncoder()
  if (dialect === 'named') encoding.writeVarString(out, room)
  write(out)
  return encoding.toUint8Array(out)
}

/** What is said first: who we are where that is asked, and that we have nothing yet. */
export function hello(dialect: Dialect, room: string): Uint8Array[] {
  const question = frame(dialect, room, (out) => {
    encoding.writeVarUint(out, MESSAGE_SYNC)
    encoding.writeVarUint(out, SYNC_STEP_1)
    encoding.writeVarUint8Array(out, Uint8Array.of(0))
  })
  if (dialect === 'plain') return [question]
  const token = frame(dialect, room, (out) => {
    encoding.writeVarUint(out, HOCUSPOCUS_AUTH)
    encoding.writeVarUint(out, 0)
    encoding.writeVarString(out, 'token')
    encoding.writeVarString(out, '4.7.0')
  })
  return [token, question]
}

export function editFrame(dialect: Dialect, room: string, update: Uint8Array): Uint8Array {
  return frame(dialect, room, (out) => {
    encoding.writeVarUint(out, MESSAGE_SYNC)
    encoding.writeVarUint(out, SYNC_UPDATE)
    encoding.writeVarUint8Array(out, update)
  })
}

/** One person's cursor, as y-protocols sends it. */
export function cursorFrame(dialect: Dialect, room: string, client: number, clock: number, state: string) {
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, 1)
  encoding.writeVarUint(update, client)
  encoding.writeVarUint(update, clock)
  encoding.writeVarString(update, state)
  return frame(dialect, room, (out) => {
    encoding.writeVarUint(out, MESSAGE_AWARENESS)
    encoding.writeVarUint8Array(out, encoding.toUint8Array(update))
  })
}

/** Marks in what is sent, found again in whatever frame it arrives in: a sign that nothing else holds, and a number. */
export const EDIT_MARK = '§'
export const CURSOR_MARK = '¤'

/** The numbers behind every mark of one kind in these bytes. */
export function marksIn(bytes: Buffer, mark: string): number[] {
  const found: number[] = []
  const sign = Buffer.from(mark)
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + sign.length)) {
    let number = 0
    for (let i = at + sign.length; i < bytes.length; i++) {
      const digit = (bytes[i] as number) - 48
      if (digit < 0 || digit > 9) break
      number = number * 10 + digit
    }
    found.push(number)
  }
  return found
}
