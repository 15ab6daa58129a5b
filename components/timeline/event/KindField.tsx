'use client'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { Choice } from '@/components/ui/Choice'
import { dreamerOf, makeDream } from '@/lib/case/commands/dream'
import { setEventKind } from '@/lib/case/commands/events'
import type { CaseEvent, EventKindName } from '@/lib/case/schema'
import { EventKind } from '@/lib/case/schema'
import { KindIcon } from '../EventCard'

/** What kind of moment it is. What becomes a dream gets whose it is, as far as that is known. */
export function KindField({ event, onDream }: { event: CaseEvent; onDream: () => void }) {
  const t = useTranslations('timeline.kind')
  const tg = useTranslations('event.gap')
  const { doc, actor, feed } = useSession()
  const { meta, people } = useCase()
  const { id } = event
  const choose = (kind: EventKindName) => {
    if (kind === 'dream' && event.toldBy === null) {
      const person = dreamerOf(event) ?? meta.indexPerson
      makeDream(doc, actor(), { id, person: people.some((one) => one.id === person) ? person : null })
      onDream()
    } else setEventKind(doc, actor(), { id, kind, ...(kind === 'gap' && { title: tg('words') }) })
    feed.flush()
  }
  return (
    <Choice
      small
      label={t('label')}
      options={EventKind.options.map((kind) => ({
        value: kind,
        label: t(kind),
        icon: <KindIcon kind={kind} />,
      }))}
      value={event.kind}
      onChange={choose}
    />
  )
}
