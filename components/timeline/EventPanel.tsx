'use client'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { useCase, useSession } from '@/components/board/session'
import { InItsDocument } from '@/components/reserved/InItsDocument'
import { MoveRecord } from '@/components/reserved/MoveRecord'
import { ReservedSign } from '@/components/reserved/ReservedSign'
import { LABEL } from '@/components/ui/classes'
import { PanelClose } from '@/components/ui/PanelClose'
import { useEscape, useFocusBack } from '@/components/ui/usePanel'
import type { CaseEvent } from '@/lib/case/schema'
import { KindIcon } from './EventCard'
import { EventFields } from './EventFields'
import { EventReading } from './EventReading'
import { GoneMoment } from './GoneMoment'
import { tintOf } from './tints'
import { useTimelineContent } from './useTimeline'

/** One moment, whole. Esc closes it; who can only read sees words and no fields. */
export function EventPanel({ eventId }: { eventId: string }) {
  const t = useTranslations('timeline.panel')
  const focus = useFocus()
  const { canWrite } = useSession()
  const event = useCase().events.find(({ id }) => id === eventId)
  useFocusBack()
  useEscape(focus.close)

  return (
    <aside
      aria-label={t('label')}
      className="rt-panel flex flex-col overflow-y-auto overscroll-contain rounded-card border border-line bg-surface shadow-card"
    >
      <div className="sticky top-0 z-10 flex shrink-0 items-center gap-2 border-b border-line bg-surface py-1 pr-1 pl-4">
        {event ? <WhatItIs event={event} /> : <p className={LABEL}>{t('label')}</p>}
        <PanelClose label={t('close')} word={t('closeShort')} onClose={focus.close} />
      </div>
      {!event && <GoneMoment eventId={eventId} />}
      {event && (
        <InItsDocument kind="events" id={event.id}>
          <ReservedSign kind="events" id={event.id} />
          {canWrite ? <EventFields key={event.id} event={event} /> : <EventReading event={event} />}
          <div className="px-4 pb-4 empty:hidden">
            <MoveRecord kind="events" id={event.id} name={event.title} />
          </div>
        </InItsDocument>
      )}
    </aside>
  )
}

/** What kind of moment it is, and whose: the same shape, word and colour as on its card. */
function WhatItIs({ event }: { event: CaseEvent }) {
  const said = useTimelineContent().get(event.id)
  if (!said) return null
  return (
    <p className="flex min-w-0 items-center gap-2 text-m font-bold" style={{ color: tintOf(said.tint).line }}>
      <KindIcon kind={said.kind} />
      <span className="truncate first-letter:uppercase">{said.kindText}</span>
    </p>
  )
}
