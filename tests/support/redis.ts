import { connect } from 'node:net'

const URL_GIVEN = process.env['TEST_REDIS_URL']

/** A Redis for tests: the one that was named, or what listens on the standard local port; null when none answers. */
export async function reachableRedis(): Promise<URL | null> {
  const url = new URL(URL_GIVEN ?? 'redis://127.0.0.1:6379')
  const answers = await new Promise<boolean>((resolve) => {
    const socket = connect(Number(url.port || 6379), url.hostname)
    socket.setTimeout(2_000, () => socket.destroy())
    socket.once('connect', () => resolve(true)).once('close', () => resolve(false))
    socket.once('connect', () => socket.end()).once('error', () => {})
  })
  if (!answers && URL_GIVEN) throw new Error('nothing answers at TEST_REDIS_URL')
  return answers ? url : null
}

/** Said in words that nobody overlooks. */
export const NO_REDIS =
  'SKIPPED: no Redis on 127.0.0.1:6379; set TEST_REDIS_URL to run the tests of several nodes.'
