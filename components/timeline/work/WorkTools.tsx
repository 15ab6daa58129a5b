'use client'
import { FileUp, MessagesSquare, Search, TextCursorInput } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { today, useCase, useSession } from '@/components/board/session'
import { useFocus } from '@/components/board/focus'
import { sortedEvents } from '@/lib/case/queries'
import { useWork } from './work'

/** Ways to work along the line: write fast, bring a file, search, tell. */
export function WorkTools({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('work.tools')
  const { canWrite } = useSession()
  const work = useWork()
  const tell = useTell()
  const file = useRef<HTMLInputElement>(null)
  const toggle = (tool: 'entry' | 'find') => () => work.setTool(work.tool === tool ? null : tool)
  return (
    <div
      role="toolbar"
      aria-label={t('label')}
      className="rt-work-tools pointer-events-auto flex max-w-full flex-wrap items-center rounded-card border border-line bg-surface px-1 shadow-card"
    >
      {canWrite && (
        <Tool
          icon={TextCursorInput}
          label={t('entry')}
          onClick={toggle('entry')}
          pressed={work.tool === 'entry'}
        />
      )}
      <Tool icon={Search} label={t('find')} onClick={toggle('find')} pressed={work.tool === 'find'} />
      <Tool icon={MessagesSquare} label={t('tell')} onClick={tell} />
      {canWrite && <Tool icon={FileUp} label={t('file')} onClick={() => file.current?.click()} />}
      <input
        ref={file}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label={t('file')}
        hidden
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) onFile(chosen)
          target.value = ''
        }}
      />
    </div>
  )
}

interface ToolProps {
  icon: LucideIcon
  label: string
  onClick: () => void
  pressed?: boolean
}

function Tool({ icon: Icon, label, onClick, pressed }: ToolProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onClick}
      className={`inline-flex min-h-10 min-w-10 items-center justify-center gap-2 rounded-lg px-2.5 text-m ${
        pressed ? 'bg-accent-soft font-bold text-accent-strong' : 'text-ink hover:bg-paper'
      }`}
    >
      <Icon size={18} aria-hidden="true" />
      <span className="rt-roomy" aria-hidden="true">
        {label}
      </span>
    </button>
  )
}

/** Begins to tell at the moment that is open, else at the first. */
function useTell(): () => void {
  const { events } = useCase()
  const focus = useFocus()
  const work = useWork()
  return () => {
    const inOrder = sortedEvents(events, today())
    const shown = work.found ? inOrder.filter(({ id }) => work.found?.includes(id)) : inOrder
    const at = shown.find(({ id }) => id === focus.eventId)?.id ?? shown[0]?.id ?? ''
    focus.close()
    work.setTool(null)
    work.setTelling({ at })
  }
}
