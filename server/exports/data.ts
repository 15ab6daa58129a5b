import { reservedIds } from '@/lib/case/reserved/withReserved'
import type { Case } from '@/lib/case/schema'
import { writeCsv } from '@/lib/exchange/csv/write'
import { writeGedcom } from '@/lib/exchange/gedcom/write'
import { exportJson } from '@/lib/exchange/json'
import { pseudonymise } from '@/lib/exchange/pseudonyms'
import type { ExportJob, MadeFile } from './make'
import { wordsIn } from './words'

const DAY_MS = 86_400_000

/** The case of a job, with its names replaced when that was asked. */
export function caseOf({ case: all, options, participants, locale }: ExportJob): Case {
  if (!options.pseudonyms) return all
  return pseudonymise(
    all,
    participants.map(([, name]) => name),
    wordsIn(locale).pseudonyms,
  )
}

/** The formats that are quick to write and need no drawing; null for the others. */
export function makeData(job: ExportJob): MadeFile | null {
  const { format } = job.options
  if (format !== 'json' && format !== 'csv' && format !== 'gedcom') return null
  const all = caseOf(job)
  return { bytes: Buffer.from(textOf(job, format, all)), title: all.meta.title, missingLetters: false }
}

function textOf(job: ExportJob, format: 'json' | 'csv' | 'gedcom', all: Case): string {
  if (format === 'json') return `${JSON.stringify(exportJson(all, job.reserved !== null), null, 2)}\n`
  if (format === 'gedcom') return writeGedcom(all)
  const { untitled, reserved } = wordsIn(job.locale)
  return writeCsv(all, {
    locale: job.locale,
    today: Math.floor(job.atMs / DAY_MS),
    untitled,
    reserved: job.reserved
      ? { ids: reservedIds(job.reserved, 'events'), header: reserved.column }
      : undefined,
  })
}
