'use client'
import { useEffect } from 'react'
import type * as Y from 'yjs'
import { useSession } from '@/components/board/session'
import { noteScribed } from '@/lib/case/commands/words'

/** What is typed here in somebody else's words, with their yes, is kept as written down by who types it; null: nothing is. */
export function useNoteTyped(
  text: Y.Text | null,
  { kind, id, take }: { kind: 'threads' | 'notes'; id: string; take?: string },
): void {
  const { doc, actor, typing } = useSession()
  useEffect(() => {
    if (!text) return
    let noted = false
    const onType = (_: unknown, { origin }: { origin: unknown }) => {
      if (origin !== typing || noted) return
      noted = true
      noteScribed(doc, actor(), { kind, id, ...(take !== undefined && { take }) })
    }
    text.observe(onType)
    return () => text.unobserve(onType)
  }, [doc, actor, typing, text, kind, id, take])
}
