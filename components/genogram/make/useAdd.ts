'use client'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { stepBack } from '@/components/board/stepBack'
import { useToast } from '@/components/ui/Toasts'
import type { Actor } from '@/lib/case/commands/run'
import type * as Y from 'yjs'
import type { Draft } from './somebody'

/**
 * Runs a command that adds somebody as one step, says so with a way back, and hands over the id. Gives what cannot be
 * in words, or null when it is done.
 */
export function useAdd(onDone: (id: string | null) => void) {
  const t = useTranslations('genogram.make')
  const { doc, actor, feed, undo } = useSession()
  const { people } = useCase()
  const toast = useToast()
  return (who: Draft, add: (doc: Y.Doc, actor: Actor) => string | null): string | null => {
    const added = add(doc, actor())
    if (added === null) return t('cannot')
    feed.flush()
    const name = who.from === 'new' ? who.name.trim() : people.find(({ id }) => id === who.known)?.name
    toast(t('added', { name: name || t('somebody') }), {
      label: t('undo'),
      run: stepBack({ undo, feed }),
    })
    onDone(added)
    return null
  }
}
