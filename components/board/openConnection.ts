import type { Opened } from '@/components/ui/useOpened'
import { SCHEMA_VERSION } from '@/lib/case/schema'
import { BoardConnection } from '@/lib/sync/client/connection'
import { browserClock } from './browserClock'
import { openDeviceOutbox } from './outbox/deviceOutbox'

/** One document of a board, and who works in it. */
export interface Wanted {
  boardId: string
  document: 'case' | 'reserved'
  /** The person whose unsaved changes this device keeps; null for who came by a link, whose device may be anybody's. */
  keepsFor: string | null
}

/** The address of a board's document on the server that this page came from. */
function addressOf({ boardId, document }: Wanted): string {
  const { protocol, host } = window.location
  const scheme = protocol === 'https:' ? 'wss' : 'ws'
  const name = encodeURIComponent(boardId) + (document === 'case' ? '' : `.${document}`)
  return `${scheme}://${host}/sync/${name}?ack=1&schema=${SCHEMA_VERSION}`
}

let early: { wanted: Wanted; connection: BoardConnection } | null = null
let opened = false

/** Opens the board before anybody asks for it. */
export function openEarly(wanted: Wanted): void {
  // The page was quicker.
  if (opened) return
  early = { wanted, connection: newConnection(wanted) }
}

/** Opens a document of the board, or takes the one that was opened early; what is opened has to be closed. */
export function openConnection(wanted: Wanted): Opened<BoardConnection> {
  const value = (wanted.document === 'case' && takeEarly(wanted)) || newConnection(wanted)
  const stopWatching = watchPage(value)
  const close = () => {
    stopWatching()
    value.destroy()
  }
  return { value, close }
}

/** The page wakes, and the line is asked how it is; it is left, and what waits is kept while there is time. */
function watchPage(connection: BoardConnection): () => void {
  const wake = () => connection.nudge()
  const leave = () => connection.keepNow()
  const turn = () => (document.visibilityState === 'hidden' ? leave() : wake())
  window.addEventListener('online', wake)
  // Also of a page that the browser had put aside whole and brings back.
  window.addEventListener('pageshow', wake)
  window.addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', turn)
  return () => {
    window.removeEventListener('online', wake)
    window.removeEventListener('pageshow', wake)
    window.removeEventListener('pagehide', leave)
    document.removeEventListener('visibilitychange', turn)
  }
}

/** The board that was opened early, once. */
function takeEarly({ boardId, keepsFor }: Wanted): BoardConnection | null {
  opened = true
  const ready = early
  early = null
  if (ready?.wanted.boardId === boardId && ready.wanted.keepsFor === keepsFor) return ready.connection
  ready?.connection.destroy()
  return null
}

/**
 * What is reserved is never kept on a device: who may no longer open it must not have it lying there either. Until it
 * is saved it is in memory only, and the status says so.
 */
const outboxOf = ({ boardId, document, keepsFor }: Wanted) =>
  keepsFor !== null && document === 'case' ? openDeviceOutbox(`${boardId}.${document}`, keepsFor) : null

function newConnection(wanted: Wanted): BoardConnection {
  return new BoardConnection({
    url: addressOf(wanted),
    open: (url) => new WebSocket(url),
    clock: browserClock,
    random: Math.random,
    outbox: outboxOf(wanted),
  })
}
