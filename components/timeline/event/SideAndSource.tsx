'use client'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { Choice } from '@/components/ui/Choice'
import { FIELD, LABEL } from '@/components/ui/classes'
import { setEventSide, setSource } from '@/lib/case/commands/events'
import type { CaseEvent } from '@/lib/case/schema'
import { Circle } from '@/lib/case/schema'
import { useLanes } from '../useTimeline'

export function SideField({ event: { id, side } }: { event: CaseEvent }) {
  const t = useTranslations('timeline.side')
  const { doc, actor, feed } = useSession()
  const lanes = useLanes()
  return (
    <Choice
      small
      label={t('label')}
      options={lanes.map((lane) => ({ value: lane.id, label: lane.name }))}
      value={side}
      onChange={(next) => {
        setEventSide(doc, actor(), { id, side: next })
        feed.flush()
      }}
    />
  )
}

/** From which circle it is told: said when nobody's name is, and beside a name. */
export function SourceField({ event: { id, source } }: { event: CaseEvent }) {
  const t = useTranslations('timeline.source')
  const { doc, actor, feed } = useSession()
  const field = useId()
  return (
    <div>
      <label htmlFor={field} className={LABEL}>
        {t('label')}
      </label>
      <select
        id={field}
        className={`mt-1 min-h-10 ${FIELD}`}
        value={source ?? ''}
        onChange={({ target }) => {
          const said = Circle.safeParse(target.value)
          setSource(doc, actor(), { id, source: said.success ? said.data : null })
          feed.flush()
        }}
      >
        <option value="">{t('none')}</option>
        {Circle.options.map((circle) => (
          <option key={circle} value={circle}>
            {t(circle)}
          </option>
        ))}
      </select>
    </div>
  )
}
