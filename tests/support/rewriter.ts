import * as Y from 'yjs'
import { copyDocument } from '@/lib/sync/epoch/copyDocument'
import { createLog } from '@/server/log'
import { masterCipher } from '@/server/store/cipher'
import { Journal } from '@/server/store/journal'
import { BoardKeys } from '@/server/store/keys'
import { openStore, type Place } from '@/server/store/open'
import { LiveDocument } from '@/server/sync/liveDocument'
import { Room } from '@/server/sync/room'
import { PLAIN_KEEPER, testClock } from './peers'

/**
 * A process of its own, to be killed: writes to a board and rewrites it, without end. Each line that it says is a
 * change that is durable, or `r` for a rewrite that is done.
 */
async function run({ place, master }: { place: Place; master: string }): Promise<void> {
  const at = 'file' in place ? { ...place, workerScript: new URL(place.workerScript) } : place
  const db = await openStore(at)
  const keys = new BoardKeys(db, masterCipher(master))
  const journal = new Journal(db, keys, () => 0)
  const live = await LiveDocument.open({ boardId: 'b1', document: 'case' }, journal, PLAIN_KEEPER)
  const room = new Room(live, testClock, createLog('silent'))
  let n = await room.read((doc) => doc.getMap('notes').size)
  for (;;) {
    for (let i = 0; i < 5; i++) {
      const key = `k${n++}`
      await room.edit('ann', (doc) => void doc.getMap('notes').set(key, new Y.Text('x'.repeat(200))))
      console.log(key)
    }
    await keys.renew('b1')
    await room.rewrite(copyDocument)
    console.log('r')
  }
}

void run(JSON.parse(process.argv[2] ?? '') as Parameters<typeof run>[0])
