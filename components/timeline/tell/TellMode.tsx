'use client'
import { ArrowLeft, ArrowRight, Pause, Play, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { today, useCase } from '@/components/board/session'
import { BUTTON, PRIMARY, QUIET } from '@/components/ui/classes'
import { useLatest } from '@/components/ui/useLatest'
import { sortedEvents } from '@/lib/case/queries'
import type { CaseEvent } from '@/lib/case/schema'
import { KindIcon } from '../EventCard'
import { Takes } from '../Takes'
import { tintOf } from '../tints'
import { useLanes, useTimelineContent } from '../useTimeline'
import { useWork } from '../work/work'
import { QUESTIONS } from './questions'

/** A finger that goes at least this far sideways turns the page. Pixels. */
const SWIPE = 60

/** Telling along the line: one moment at a time, large and calm, with open questions at hand. */
export function TellMode({ at }: { at: string }) {
  const t = useTranslations('work.tell')
  const work = useWork()
  const caseData = useCase()
  const [stage, setStage] = useState<'asking' | 'telling' | 'paused'>('asking')
  const shown = work.found
  const events = sortedEvents(caseData.events, today()).filter(({ id }) => !shown || shown.includes(id))
  const place = Math.max(
    0,
    events.findIndex(({ id }) => id === at),
  )
  const event = events[place]
  const go = (step: 1 | -1) => {
    const next = events[place + step]
    if (next && stage === 'telling') work.setTelling({ at: next.id })
  }
  const stop = () => work.setTelling(null)
  const { bringIntoView } = work
  const id = event?.id
  useEffect(() => {
    if (id !== undefined) bringIntoView(id, true)
  }, [id, bringIntoView])
  const latest = useLatest(go)
  const swipe = useRef<{ x: number; y: number } | null>(null)

  return (
    <Dialog.Root open onOpenChange={(open) => !open && stop()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-[900] bg-ink/35" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-0 bottom-0 z-[901] mx-auto flex max-h-[62dvh] w-full max-w-2xl flex-col rounded-t-[16px] bg-surface shadow-card outline-none max-[720px]:max-h-[92dvh] min-[721px]:bottom-6 min-[721px]:rounded-[16px]"
          onKeyDown={(key) => {
            if (
              key.target instanceof Element &&
              key.target.closest('textarea, input, [contenteditable="true"], [role="radiogroup"]')
            )
              return
            if (key.key === 'ArrowRight' || key.key === 'PageDown') latest.current(1)
            else if (key.key === 'ArrowLeft' || key.key === 'PageUp') latest.current(-1)
            else return
            key.preventDefault()
          }}
          onPointerDown={({ pointerType, clientX, clientY }) => {
            swipe.current = pointerType === 'touch' ? { x: clientX, y: clientY } : null
          }}
          onPointerCancel={() => (swipe.current = null)}
          onPointerUp={({ clientX, clientY }) => {
            const from = swipe.current
            swipe.current = null
            if (!from || Math.abs(clientX - from.x) < SWIPE) return
            if (Math.abs(clientX - from.x) > 2 * Math.abs(clientY - from.y)) go(clientX < from.x ? 1 : -1)
          }}
          style={{ touchAction: 'pan-y' }}
        >
          <header className="flex items-center gap-2 border-b border-line py-1 pr-1 pl-5">
            <Dialog.Title className="text-m font-bold">{t('title')}</Dialog.Title>
            {stage !== 'asking' && (
              <p className="text-m text-ink-soft tabular-nums">
                {t('place', { place: place + 1, count: events.length })}
              </p>
            )}
            <Dialog.Close className={`ml-auto ${QUIET}`}>
              {t('stop')}
              <X size={18} aria-hidden="true" />
            </Dialog.Close>
          </header>
          <p role="status" className="sr-only">
            {stage === 'telling' &&
              event &&
              t('hear', { place: place + 1, count: events.length, title: event.title })}
            {stage === 'paused' && t('pausedTitle')}
          </p>
          {stage === 'asking' && (
            <Calm title={t('mayTitle')} text={t('may')} label={t('start')} onGo={() => setStage('telling')} />
          )}
          {stage === 'paused' && (
            <Calm
              title={t('pausedTitle')}
              text={t('paused')}
              label={t('on')}
              onGo={() => setStage('telling')}
            />
          )}
          {stage === 'telling' && event && <Told key={event.id} event={event} />}
          {stage === 'telling' && !event && <p className="p-5 text-m">{t('nothing')}</p>}
          {stage === 'telling' && (
            <footer className="flex items-center gap-2 border-t border-line p-3">
              <button type="button" className={BUTTON} aria-disabled={place === 0} onClick={() => go(-1)}>
                <ArrowLeft size={18} aria-hidden="true" />
                {t('previous')}
              </button>
              <button type="button" className={QUIET} onClick={() => setStage('paused')}>
                <Pause size={16} aria-hidden="true" />
                {t('pause')}
              </button>
              <button
                type="button"
                className={`ml-auto ${PRIMARY}`}
                aria-disabled={place >= events.length - 1}
                onClick={() => go(1)}
              >
                {t('next')}
                <ArrowRight size={18} aria-hidden="true" />
              </button>
            </footer>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface CalmProps {
  title: string
  text: string
  label: string
  onGo: () => void
}

function Calm({ title, text, label, onGo }: CalmProps) {
  return (
    <div className="flex flex-col items-start gap-4 p-6">
      <h2 className="text-l font-bold">{title}</h2>
      <p className="max-w-prose text-m whitespace-pre-line">{text}</p>
      <button type="button" className={PRIMARY} onClick={onGo}>
        <Play size={16} aria-hidden="true" />
        {label}
      </button>
    </div>
  )
}

function Told({ event }: { event: CaseEvent }) {
  const t = useTranslations('work.tell')
  const tt = useTranslations('timeline')
  const said = useTimelineContent().get(event.id)
  const side = useLanes().find(({ id }) => id === event.side)?.name ?? ''
  if (!said) return null
  const tint = tintOf(said.tint)
  return (
    <div className="flex flex-col gap-4 overflow-y-auto p-6">
      <p className="flex items-center gap-2 text-m font-bold" style={{ color: tint.line }}>
        <KindIcon kind={said.kind} />
        {said.kindText}
        <span className="font-normal text-ink-soft">{side}</span>
      </p>
      <div>
        <h2 className="text-[26px] leading-tight font-bold [overflow-wrap:anywhere]">
          {said.title || tt('untitled')}
        </h2>
        <p className="mt-1 text-m text-ink-soft">{[said.dateText, said.who].filter(Boolean).join(' · ')}</p>
      </div>
      {event.description && (
        <p className="text-m whitespace-pre-wrap [overflow-wrap:anywhere]">{event.description}</p>
      )}
      <section aria-label={t('askLabel')} className="rounded-card bg-paper p-4">
        <h3 className="text-m font-bold">{t('askLabel')}</h3>
        <ul className="mt-1 flex list-disc flex-col gap-1 pl-5 text-m">
          {QUESTIONS[event.kind].map((which) => (
            <li key={which}>{t(`ask.${event.kind}.${which}`)}</li>
          ))}
        </ul>
        <p className="mt-2 text-s text-ink-soft">{t('method')}</p>
      </section>
      <Takes event={event} />
    </div>
  )
}
