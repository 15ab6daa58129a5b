'use client'
import { useTranslations } from 'use-intl'
import { today, useCase, useSession } from '@/components/board/session'
import { KindIcon } from '@/components/timeline/EventCard'
import { eventsWith, sortedEvents } from '@/lib/case/queries'
import { sayDate } from '@/lib/dates/say'
import { rowOf, usePeople } from './place'
import { Row, Section } from './Section'

/** The moments that a person or an organisation had a part in, in order of date; each opens. */
export function MomentsOf({ id }: { id: string }) {
  const t = useTranslations()
  const { events } = useCase()
  const { locale } = useSession()
  const { openEvent } = usePeople()
  const moments = sortedEvents(eventsWith(events, id), today())
  return (
    <Section
      title={t('people.card.moments')}
      {...(moments.length === 0 && { text: t('people.card.noMoments') })}
    >
      {moments.map((event) => (
        <Row
          key={event.id}
          row={rowOf('events', event.id)}
          mark={<KindIcon kind={event.kind} />}
          name={event.title || t('timeline.untitled')}
          words={event.date ? sayDate(event.date, locale) : event.originalText || t('timeline.undated')}
          onOpen={() => openEvent(event.id)}
        />
      ))}
    </Section>
  )
}
