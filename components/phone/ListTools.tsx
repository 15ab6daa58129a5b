'use client'
import { Redo2, Undo2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { useUndoState } from '@/components/board/useUndoState'

/** Taking back and doing again, by button: the same as beside a canvas. What it did is said with the news. */
export function ListTools() {
  const t = useTranslations('phone.tools')
  const { undo, feed, canWrite } = useSession()
  const { canUndo, canRedo } = useUndoState()
  if (!canWrite) return null
  const run = (step: () => unknown) => () => {
    step()
    feed.flush()
  }
  return (
    <div role="toolbar" aria-label={t('label')} className="flex flex-wrap gap-1">
      <Tool icon={Undo2} label={t('undo')} disabled={!canUndo} onClick={run(() => undo.undo())} />
      <Tool icon={Redo2} label={t('redo')} disabled={!canRedo} onClick={run(() => undo.redo())} />
    </div>
  )
}

interface ToolProps {
  icon: LucideIcon
  label: string
  disabled: boolean
  onClick: () => void
}

/** Stays there while there is nothing to do, so that the focus that is on it is not lost. */
function Tool({ icon: Icon, label, disabled, onClick }: ToolProps) {
  return (
    <button
      type="button"
      aria-disabled={disabled}
      className="inline-flex min-h-10 items-center gap-1.5 rounded-lg px-2 text-m text-ink hover:bg-accent-soft aria-disabled:opacity-50"
      onClick={() => !disabled && onClick()}
    >
      <Icon size={18} aria-hidden="true" />
      {label}
    </button>
  )
}
