import { createClient } from '@redis/client'
import type { Logger } from '../../log'
import type { Bus } from './bus'

const CONNECT_MS = 3_000
/** A line is asked this often whether it lives, and is dead when it was silent for longer. Milliseconds. */
const PING_MS = 1_000
const SILENT_MS = 3_000
const MAX_RETRY_MS = 1_000

/** Redis or Valkey. It is never waited for: while it is away, nodes hear of each other a little later. */
export function redisBus(url: string, log: Logger): Bus {
  const socket = {
    connectTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    reconnectStrategy: (tries: number) => Math.min(100 * 2 ** Math.min(tries, 10), MAX_RETRY_MS),
  }
  // What could not be said at once is not said later: by then the database has told.
  const speaker = createClient({ url, socket, pingInterval: PING_MS, disableOfflineQueue: true })
  const listener = createClient({ url, socket, pingInterval: PING_MS })
  const healed: (() => void)[] = []
  let complained = false
  let stopped = false

  const onReady = () => {
    if (!speaker.isReady || !listener.isReady) return
    if (complained) log.info('Redis is back')
    complained = false
    for (const run of healed) run()
  }
  for (const client of [speaker, listener]) {
    // The address has a password in it, so the error is not passed on whole.
    client.on('error', (error: { code?: string }) => {
      if (!complained && !stopped)
        log.warn({ code: error.code }, 'Redis is away; the database carries the work')
      complained = true
    })
    client.on('ready', onReady)
    client.connect().catch(() => {})
  }

  return {
    get up() {
      return speaker.isReady && listener.isReady
    },
    publish(channel, bytes) {
      if (speaker.isReady) speaker.publish(channel, Buffer.from(bytes)).catch(() => {})
    },
    subscribe(channel, hear) {
      const listen = (bytes: Buffer) => hear(new Uint8Array(bytes))
      listener.subscribe(channel, listen, true).catch(() => {})
      return () => {
        if (!stopped) listener.unsubscribe(channel, listen, true).catch(() => {})
      }
    },
    onHealed: (run) => void healed.push(run),
    async stop() {
      stopped = true
      for (const client of [speaker, listener]) client.destroy()
    },
  }
}
