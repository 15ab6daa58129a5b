import type { BoardSession } from './session'

/**
 * The way back from what was done just now, for a message that stays for a while: it takes back this step, also when
 * something else has been done since.
 */
export function stepBack({ undo, feed }: Pick<BoardSession, 'undo' | 'feed'>): () => void {
  const step = undo.last
  return () => {
    undo.takeBack(step)
    feed.flush()
  }
}
