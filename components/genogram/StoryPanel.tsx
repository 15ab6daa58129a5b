'use client'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useMembers } from '@/components/board/names'
import { today, useCase, useSession } from '@/components/board/session'
import { usePeople } from '@/components/people/place'
import { endOfYear } from '@/lib/genogram/years'
import { storyOf } from '@/lib/genogram/story'
import type { Say } from '@/lib/genogram/storyDates'
import type { Sentence } from '@/lib/genogram/telling'
import { useCaseNames } from './useCaseNames'
import { useGenogramView } from './view'

const PARTS = ['family', 'people', 'homes', 'bonds'] as const

/** "Het verhaal tot nu toe": the picture in sentences, each with a way to whom it is about. */
export function StoryPanel({ onLeave }: { onLeave?: () => void }) {
  const t = useTranslations('genogram')
  const all = useCase()
  const { locale } = useSession()
  const names = useMembers()
  const { at } = useGenogramView()
  const day = today()
  const story = useMemo(() => {
    const say: Say = (key, values) => t(`story.${key}` as 'story.nameless', values)
    return storyOf(all, { today: day, locale, say, names, ...(at === null ? {} : { at: endOfYear(at) }) })
  }, [all, day, locale, names, at, t])
  const isEmpty = PARTS.every((part) => story[part].length === 0)
  return (
    <div className="flex flex-col gap-4">
      {at !== null && <p className="text-m text-ink-soft">{t('storyPanel.then', { year: String(at) })}</p>}
      {isEmpty && <p className="text-m text-ink-soft">{t('storyPanel.empty')}</p>}
      {PARTS.map(
        (part) =>
          story[part].length > 0 && (
            <section key={part} aria-label={t(`storyPanel.part.${part}`)}>
              <h3 className="text-m font-bold">{t(`storyPanel.part.${part}`)}</h3>
              <ul className="mt-1 flex flex-col gap-2">
                {story[part].map((sentence, i) => (
                  <Told key={`${i}-${sentence.text}`} sentence={sentence} onLeave={onLeave} />
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  )
}

function Told({ sentence, onLeave }: { sentence: Sentence; onLeave: (() => void) | undefined }) {
  const { people, organisations } = useCase()
  const nameOf = useCaseNames()
  const { go } = usePeople()
  const about = [
    ...people.map(({ id }) => ({ kind: 'people', id }) as const),
    ...organisations.map(({ id }) => ({ kind: 'organisations', id }) as const),
  ].filter(({ id }) => sentence.about.includes(id))
  return (
    <li className="text-m">
      <p className="[overflow-wrap:anywhere]">{sentence.text}</p>
      <p className="flex flex-wrap gap-x-1">
        {about.map((place) => (
          <button
            key={place.id}
            type="button"
            className="min-h-10 rounded-md px-2 text-s font-bold text-accent hover:bg-accent-soft"
            onClick={() => {
              onLeave?.()
              go(place)
            }}
          >
            {nameOf(place.id)}
          </button>
        ))}
      </p>
    </li>
  )
}
