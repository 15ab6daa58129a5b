import { Worker } from 'node:worker_threads'
import type { CheckReport } from './check'
import type { CheckJob, CheckReply } from './worker'

/** Checks a store in a thread, whose script lies beside that of the database. Throws what stopped it. */
export async function runCheck(job: Omit<CheckJob, 'workerScript'>, workerScript: URL): Promise<CheckReport> {
  const workerData = { ...job, workerScript: workerScript.href } satisfies CheckJob
  const worker = new Worker(new URL('./check.js', workerScript), { workerData })
  const reply = await new Promise<CheckReply>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The check was stopped.')))
  })
  void worker.terminate()
  if (!reply.ok) throw new Error(reply.message)
  return reply.report
}
