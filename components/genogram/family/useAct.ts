'use client'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { useToast } from '@/components/ui/Toasts'
import { binRecord, type BinnableMap, restoreRecord } from '@/lib/case/commands/bin'
import type { Actor } from '@/lib/case/commands/run'
import type * as Y from 'yjs'

/** Gives a command, and shows at once what it did. */
export function useAct() {
  const { doc, actor, feed } = useSession()
  return <T>(change: (doc: Y.Doc, actor: Actor) => T): T => {
    const done = change(doc, actor())
    feed.flush()
    return done
  }
}

/** Takes a record away, says so, and offers to put it back. */
export function useTakeAway() {
  const t = useTranslations('genogram.family')
  const act = useAct()
  const toast = useToast()
  return (kind: BinnableMap, id: string) => {
    act((doc, actor) => binRecord(doc, actor, { kind, id }))
    toast(t('takenAway'), {
      label: t('undo'),
      run: () => void act((doc, actor) => restoreRecord(doc, actor, { kind, id })),
    })
  }
}
