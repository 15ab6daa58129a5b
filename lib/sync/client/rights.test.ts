import { expect, it } from 'vitest'
import { rightsFrame } from '@/server/sync/frames'
import { ManualClock } from '@/tests/support/clock'
import { BoardConnection } from './connection'
import type { Socket } from './socket'
import { type ConnectionStatus, statusOfBoth } from './status'

it('[RS20] a page hears that what it may open has changed, each time it is said', () => {
  const socket = { send: () => {}, close: () => {} } as unknown as Socket
  const connection = new BoardConnection({
    url: '',
    open: () => socket,
    clock: new ManualClock(),
    random: () => 0,
  })
  let told = 0
  connection.subscribe(() => (told += 1))
  for (const times of [1, 2]) {
    socket.onmessage?.({ data: Uint8Array.from(rightsFrame()).buffer } as never)
    expect([connection.rights, told]).toEqual([times, times])
  }
  connection.destroy()
})

it('[RS21] two documents are one board: what waits is counted in both, and saved is said when both are', () => {
  const of = (state: ConnectionStatus['state'], pending: number): ConnectionStatus => ({
    state,
    pending,
    onDevice: 'never',
    connected: true,
    synced: true,
    ended: null,
  })
  const said = (open: ConnectionStatus, other: ConnectionStatus | null) => {
    const { state, pending } = statusOfBoth(open, other)
    return [state, pending]
  }
  expect(said(of('saved', 0), null)).toEqual(['saved', 0])
  expect(said(of('saved', 0), of('saved', 0))).toEqual(['saved', 0])
  expect(said(of('saved', 0), of('saving', 2))).toEqual(['saving', 2])
  expect(said(of('saving', 1), of('unsaved', 2))).toEqual(['unsaved', 3])
  expect(said(of('unsaved', 1), of('saved', 0))).toEqual(['unsaved', 1])
  // The open line alone says whether there is a board at all.
  expect(statusOfBoth(of('saved', 0), { ...of('saved', 0), synced: false, ended: 'revoked' })).toEqual(
    of('saved', 0),
  )
})
