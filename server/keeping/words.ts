import type { RewriteOptions, RewriteReport } from '../boards/rewriting'
import type { Outcome } from '../outcome'
import type { BackupRequest } from './backup'
import { linesOf, type CheckReport } from './check'

/** Damage makes a check fail, loose ends do not. */
export function tellCheck(report: CheckReport): Outcome {
  const { damaged, looseReferences } = report
  const output = JSON.stringify({ ok: damaged.length === 0, ...report })
  if (damaged.length > 0) return { output, failed: linesOf(report).join('\n') }
  if (looseReferences === 0) return { output }
  const loose = `References to what is not there: ${looseReferences}. Nothing is lost by it; views leave them out.`
  return { output, notes: [loose] }
}

export function tellBackup({ dir, keys, withSecrets }: BackupRequest, report: CheckReport): Outcome {
  return alsoSaying(tellCheck(report), 'The backup was made, with the damage in it.', [
    `The boards are in ${dir}. Their keys are in ${keys}, which each backup and each removal of a board replaces: keep only the newest, an older one opens boards that were removed.`,
    withSecrets
      ? 'The secrets of the server are in the backup: who has it and the keys can read every board.'
      : 'MASTER_KEY is not in the backup, and nothing can be read without it: keep it elsewhere.',
  ])
}

export function tellRestore(at: string, report: CheckReport): Outcome {
  return alsoSaying(tellCheck(report), 'The backup was restored, with the damage in it.', [
    `Restored ${report.boards} boards as they were on ${at}. The master key opens them.`,
    'Unless AUTH_SECRET is the one of before, everybody signs in once more.',
  ])
}

export function tellRewrite({ keepKey }: RewriteOptions, report: RewriteReport): Outcome {
  const { missed, ...counts } = report
  const key = keepKey
    ? 'Its key is the one of before: older backups still hold what was taken off it.'
    : 'Its key is a new one: backups from before this do not give this board back. Make one now.'
  return { output: JSON.stringify(counts), notes: [key, ...missed.map(tellMissed)] }
}

/** A copy of the key ring that a removal could not reach. */
export const tellMissed = (file: string): string =>
  `The copy of the keys at ${file} could not be reached and may still hold the key of this board. Delete it, or replace it by making a backup.`

function alsoSaying({ output, failed, notes = [] }: Outcome, damaged: string, said: string[]): Outcome {
  if (failed) return { output, failed: [failed, damaged, ...said].join('\n') }
  return { output, notes: [...notes, ...said] }
}
