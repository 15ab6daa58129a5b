import { parentPort, workerData } from 'node:worker_threads'
import { isProblem, type ProblemCode } from '@/lib/access/problem'
import { makeFile, type ExportJob, type MadeFile } from './make'

/**
 * Makes one file and ends. It runs in a thread of its own, so that drawing 300 events never holds up the people at the
 * table, and so that it can be stopped.
 */
export type MakerReply =
  { ok: true; file: MadeFile } | { ok: false; code: ProblemCode | null; where: string | undefined }

async function reply(): Promise<MakerReply> {
  try {
    return { ok: true, file: await makeFile(workerData as ExportJob) }
  } catch (error) {
    // Where it happened, but not its message: that can hold what people wrote.
    const where =
      error instanceof Error ? error.stack?.split('\n').find((line) => /^\s+at /.test(line)) : undefined
    return { ok: false, code: isProblem(error) ? error.code : null, where: where?.trim() }
  }
}

void reply().then((made) => parentPort?.postMessage(made))
