'use client'
import { CalendarPlus, CalendarSearch } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { usePeople } from '@/components/people/place'
import { useLanes } from '@/components/timeline/useTimeline'
import { QUIET } from '@/components/ui/classes'
import { useToast } from '@/components/ui/Toasts'
import { putOnTimeline } from '@/lib/case/commands/facts'
import type { EventFact } from '@/lib/case/schema'
import { useAct } from './useAct'

/** Puts something of the family on the timeline as the same thing, with one date; or opens it there. */
export function OnTimeline({
  fact,
  title,
}: {
  fact: Omit<EventFact, 'phase'> & { phase?: string }
  title: string
}) {
  const t = useTranslations('genogram.family')
  const { events } = useCase()
  const { canWrite } = useSession()
  const { openEvent } = usePeople()
  const lanes = useLanes()
  const act = useAct()
  const toast = useToast()
  const whole: EventFact = { ...fact, phase: fact.phase ?? null }
  const known = events.find(
    ({ fact: held }) => held?.kind === whole.kind && held.id === whole.id && held.phase === whole.phase,
  )
  if (known)
    return (
      <button type="button" className={`-ml-3 self-start ${QUIET}`} onClick={() => openEvent(known.id)}>
        <CalendarSearch size={16} aria-hidden="true" />
        {t('seeOnTimeline')}
      </button>
    )
  if (!canWrite) return null
  const side = (lanes.find(({ id }) => id === 'family') ?? lanes.find(({ place }) => place === 'below'))?.id
  const put = () => {
    const id = act((doc, actor) => putOnTimeline(doc, actor, { fact: whole, title, side: side ?? 'family' }))
    if (id !== null) toast(t('putOnTimeline', { title }), { label: t('see'), run: () => openEvent(id) })
  }
  return (
    <button type="button" className={`-ml-3 self-start ${QUIET}`} onClick={put}>
      <CalendarPlus size={16} aria-hidden="true" />
      {t('onTimeline')}
    </button>
  )
}
