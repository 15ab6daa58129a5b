'use client'
import { useEffect } from 'react'
import { useSession } from '@/components/board/session'
import { useLatest } from '@/components/ui/useLatest'
import { useWork } from './work'

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]'

/** Whether a key belongs to something that is typed in, or to a sheet on top. */
export function isForTyping({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(TYPING) !== null
}

/** `n` writes fast, `/` and Ctrl+F search, wherever nothing is being typed. */
export function useWorkKeys(): void {
  const { canWrite } = useSession()
  const work = useWork()
  const latest = useLatest(work)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f'
      const inDialog = document.querySelector('[role="dialog"]') !== null
      if (event.defaultPrevented || inDialog || (isForTyping(event) && !isFind)) return
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      const tool = isFind || (plain && event.key === '/') ? 'find' : null
      const next = tool ?? (plain && event.key === 'n' && canWrite ? 'entry' : null)
      if (!next) return
      event.preventDefault()
      event.stopPropagation()
      latest.current.setTool(next)
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [canWrite, latest])
}
