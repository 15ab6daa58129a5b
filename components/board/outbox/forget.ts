import { deleteDB } from 'idb'
import { databaseOf, openDatabase } from './database'

/** How many changes of this person wait on this device, on all boards; 0 where the browser cannot say. */
export async function countKept(principalId: string): Promise<number> {
  try {
    const db = await openDatabase(principalId)
    const batches = await db.getAll('batches')
    db.close()
    return batches.reduce((sum, { count }) => sum + count, 0)
  } catch {
    return 0
  }
}

/** Takes all of this person off this device, the key included. Tabs that are still open let go of it. */
export async function forgetKept(principalId: string): Promise<void> {
  await deleteDB(databaseOf(principalId)).catch(() => {})
}
