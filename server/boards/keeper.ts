import type * as Y from 'yjs'
import type { DocumentName } from '@/lib/access/rights'
import { changedRecords, unknownTypes } from '@/lib/case/changes'
import { caseMap, MAP_NAMES, readMeta } from '@/lib/case/doc'
import { findDamage } from '@/lib/case/integrity'
import { migrateCase } from '@/lib/case/migrate'
import { applyRepairs } from '@/lib/case/repair'
import { seedCase, seedOther } from '@/lib/case/seed'
import type { Clock } from '@/lib/clock'
import type { Logger } from '../log'
import type { DocumentId } from '../store/journal'
import type { Keeper } from '../sync/keeper'
import type { BoardHeads } from './heads'

/** The first names of the two sides; people rename them on the board. */
const LANE_NAMES = {
  nl: { professional: 'Professionals', family: 'Gezin en netwerk' },
  en: { professional: 'Professionals', family: 'Family and network' },
}

/** The case, and what is reserved of it, hold the same kinds of records under the same rules. */
const holdsRecords = (document: DocumentName) => document === 'case' || document === 'reserved'

/** What the content of a board's documents asks of the server: seed, migrate, mend, and remember the title. */
export function createKeeper(heads: BoardHeads, clock: Clock, log: Logger): Keeper {
  return {
    define({ document }, doc) {
      // Yjs replaces a top-level type when it is first asked for by its kind; what a transaction noted of the
      // one before could then not be found any more.
      if (holdsRecords(document)) for (const name of MAP_NAMES) caseMap(doc, name)
    },

    async prepare({ boardId, document }) {
      const { title, question, locale } = await heads.read(boardId)
      if (document !== 'case')
        return (doc) => {
          seedOther(doc, document)
          migrateCase(doc)
        }
      return (doc) => {
        seedCase(doc, { title, question, laneNames: LANE_NAMES[locale] })
        migrateCase(doc)
      }
    },

    mend(id: DocumentId, doc: Y.Doc, transactions) {
      if (!holdsRecords(id.document)) return
      for (const transaction of transactions) {
        const repairs = findDamage(doc, changedRecords(transaction))
        if (repairs.length === 0) continue
        log.warn({ board: id.boardId, repairs: repairs.length, unknown: unknownTypes(doc).length }, 'mended')
        applyRepairs(doc, repairs, clock.now())
      }
    },

    saved({ boardId, document }, doc, transactions) {
      if (document !== 'case') return
      const failed = (error: unknown) =>
        log.error({ err: error, board: boardId }, 'a title could not be copied')
      try {
        if (!transactions.some((one) => changedRecords(one).has('meta'))) return
        const { title, question } = readMeta(doc)
        heads.write(boardId, { title, question }).catch(failed)
      } catch (error) {
        failed(error)
      }
    },
  }
}
