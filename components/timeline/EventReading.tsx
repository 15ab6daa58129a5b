'use client'
import { Milestone, Star } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { LookingBack } from '@/components/looking/LookingBack'
import { dreamerOf } from '@/lib/case/commands/dream'
import { sortedExits } from '@/lib/case/commands/roundabout'
import type { CaseEvent } from '@/lib/case/schema'
import { hasSaid, keyOfPerson } from '@/lib/case/words'
import { AddedBy } from './event/AddedBy'
import { PictureView } from './event/PictureView'
import { Said } from './event/Proposal'
import { useTeller } from './event/useWords'
import { Scribed } from './event/WordsLine'
import { Takes } from './Takes'
import { useLanes, useTimelineContent } from './useTimeline'

/** A moment to read, for who looks on: words, and nothing that looks as if it could be filled in. */
export function EventReading({ event }: { event: CaseEvent }) {
  const t = useTranslations('timeline')
  const te = useTranslations('event')
  const said = useTimelineContent().get(event.id)
  const side = useLanes().find(({ id }) => id === event.side)?.name
  const teller = useTeller()(event.toldBy)
  const { people } = useCase()
  const dreamer = event.kind === 'dream' ? people.find(({ id }) => id === dreamerOf(event))?.name : undefined
  return (
    <div className="flex flex-col gap-4 p-4 pt-3">
      <div>
        {dreamer && <p className="text-m text-ink-soft">{te('dream.of', { name: dreamer })}</p>}
        <h2 className="text-l font-bold [overflow-wrap:anywhere]">{event.title || t('untitled')}</h2>
        <p className="text-m text-ink-soft">{[said?.dateText, side].filter(Boolean).join(' · ')}</p>
        {event.crucial && (
          <Mark icon={<Star size={16} fill="currentColor" aria-hidden="true" />}>{t('panel.crucial')}</Mark>
        )}
        {event.turningPoint && (
          <Mark icon={<Milestone size={16} aria-hidden="true" />}>{te('marks.turningPoint')}</Mark>
        )}
        <Scribed event={event} name={teller} />
      </div>
      {event.description && (
        <p className="text-m [overflow-wrap:anywhere] whitespace-pre-wrap">{event.description}</p>
      )}
      {event.asset !== null && (
        <div>
          <PictureView event={event} asset={event.asset} />
          {event.assetText && <p className="mt-1 text-s text-ink-soft">{event.assetText}</p>}
        </div>
      )}
      <dl className="flex flex-col gap-3 text-m">
        {said?.who && <Fact name={t('who.label')}>{said.who}</Fact>}
        {teller && <Fact name={te('words.label')}>{teller}</Fact>}
        {event.source && <Fact name={t('source.label')}>{t(`source.${event.source}`)}</Fact>}
      </dl>
      {event.kind === 'roundabout' && <RoundaboutReading event={event} />}
      {Object.values(event.takes).some(hasSaid) && <Takes event={event} />}
      <LookingBack id={event.id} thread={event.id} />
      <AddedBy event={event} />
    </div>
  )
}

function Mark({ icon, children }: { icon: ReactNode; children: string }) {
  return (
    <p className="mt-1 flex items-center gap-1.5 text-m">
      {icon}
      {children}
    </p>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="font-bold">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function RoundaboutReading({ event }: { event: CaseEvent }) {
  const t = useTranslations('event.roundabout')
  const { people } = useCase()
  const asked = people.filter(({ id }) => event.asked.includes(id))
  const keys = new Set(asked.map(keyOfPerson))
  const answers = [
    ...asked.map((person) => ({
      key: person.id,
      name: person.name,
      answer: event.answers[keyOfPerson(person)],
    })),
    ...Object.entries(event.answers)
      .filter(([key]) => !keys.has(key))
      .map(([key, answer]) => ({ key, name: answer.name, answer })),
  ]
  return (
    <section aria-label={t('exits')} className="flex flex-col gap-3 text-m">
      {event.proposed && <p className="font-bold">{t('proposal')}</p>}
      {Object.keys(event.exits).length > 0 && (
        <div>
          <h3 className="font-bold">{t('exits')}</h3>
          <ol className="list-decimal pl-5">
            {sortedExits(event.exits).map(([id, { text, status }]) => (
              <li key={id}>
                {text}: {t(`statuses.${status}`)}
              </li>
            ))}
          </ol>
        </div>
      )}
      {event.noticed && (
        <div>
          <h3 className="font-bold">{t('noticed')}</h3>
          <p className="first-letter:uppercase">{t(`noticeds.${event.noticed}`)}</p>
        </div>
      )}
      {answers.length > 0 && (
        <div>
          <h3 className="font-bold">{t('asked')}</h3>
          <ul>
            {answers.map(({ key, name, answer }) => (
              <li key={key}>
                <Said name={name} answer={answer} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
