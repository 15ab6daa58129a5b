import { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { type BoardSession, createBoardSession } from '@/components/board/session'
import type { Actor } from '@/lib/case/commands/run'
import { readCase } from '@/lib/case/doc'
import { exportJson } from '@/lib/exchange/json'

/** Ann's session on a document; ids that she makes can be foretold, so that two ways of doing the same are equal. */
export function sessionOf(doc: Y.Doc): BoardSession {
  let made = 0
  const actor = (): Actor => ({ principal: 'ann', now: 5_000, newId: () => `made-${++made}` })
  const me = { id: 'ann', name: 'Ann' }
  const opened = createBoardSession({
    doc,
    awareness: new Awareness(doc),
    me,
    locale: 'nl',
    canWrite: true,
    guides: true,
  })
  return { ...opened, actor }
}

/** What a file of the case says: what every view is made of, without who made it when. */
export const fileOf = (doc: Y.Doc) => exportJson(readCase(doc))
