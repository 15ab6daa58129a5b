'use client'
import { useEffect } from 'react'
import type { Editor, TLPageId } from 'tldraw'
import { useLatest } from '@/components/ui/useLatest'

const seen = new WeakMap<Editor, Set<TLPageId>>()

/** The first sight of a page shows what can be read of it; later the camera stays where people put it. `ready`: there is something to see. */
export function useFirstSight(editor: Editor, page: TLPageId, show: () => void, ready = true): void {
  const latest = useLatest(show)
  useEffect(() => {
    const pages = seen.get(editor) ?? new Set()
    if (!ready || pages.has(page)) return
    seen.set(editor, pages.add(page))
    latest.current()
  }, [editor, page, latest, ready])
}
