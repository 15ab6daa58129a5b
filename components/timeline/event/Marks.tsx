'use client'
import { Milestone, Star } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { setBackground, setCrucial, setTurningPoint } from '@/lib/case/commands/events'
import type { CaseEvent } from '@/lib/case/schema'

/** Very important, or a turning point. */
export function Marks({ event: { id, crucial, turningPoint } }: { event: CaseEvent }) {
  const t = useTranslations('event.marks')
  const tp = useTranslations('timeline.panel')
  const { doc, actor, feed } = useSession()
  return (
    <div role="group" aria-label={t('label')} className="flex flex-wrap gap-2">
      <Mark
        pressed={crucial}
        icon={<Star size={16} fill={crucial ? 'currentColor' : 'none'} aria-hidden="true" />}
        onClick={() => {
          setCrucial(doc, actor(), { id, crucial: !crucial })
          feed.flush()
        }}
      >
        {tp('crucial')}
      </Mark>
      <Mark
        pressed={turningPoint}
        icon={<Milestone size={16} aria-hidden="true" />}
        onClick={() => {
          setTurningPoint(doc, actor(), { id, turningPoint: !turningPoint })
          feed.flush()
        }}
      >
        {t('turningPoint')}
      </Mark>
    </div>
  )
}

function Mark(props: { pressed: boolean; icon: ReactNode; onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      aria-pressed={props.pressed}
      className={`inline-flex min-h-10 items-center gap-2 rounded-lg border px-3 text-m ${
        props.pressed ? 'border-accent bg-accent-soft font-bold text-accent-strong' : 'border-line text-ink'
      }`}
      onClick={props.onClick}
    >
      {props.icon}
      {props.children}
    </button>
  )
}

/** A period can be drawn as a background instead of as a card. */
export function EraField({ event: { id, background } }: { event: CaseEvent }) {
  const t = useTranslations('event.marks')
  const { doc, actor, feed } = useSession()
  return (
    <label className="flex min-h-10 items-center gap-3 text-m">
      <input
        type="checkbox"
        className="size-5 shrink-0 accent-accent"
        checked={background}
        onChange={() => {
          setBackground(doc, actor(), { id, background: !background })
          feed.flush()
        }}
      />
      {t('era')}
    </label>
  )
}
