'use client'
import { createContext, useContext, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { today, useCase, useReservedParts, useSession } from '@/components/board/session'
import { reservedIds } from '@/lib/case/reserved/withReserved'
import type { Case, EventKindName } from '@/lib/case/schema'
import { EventKind } from '@/lib/case/schema'
import { timelineContent, timelineOf } from '@/lib/timeline/fromCase'
import { useShown } from './work/work'
import { layoutTimeline } from '@/lib/timeline/layout'
import type {
  CardContent,
  ContentWords,
  TimelineLane,
  TimelineLayout,
  TimelineSettings,
} from '@/lib/timeline/types'

export interface NamedLane extends TimelineLane {
  name: string
}

/** What the case's sides are until the board has arrived; the server makes them, never we. */
const NO_LANES: readonly TimelineLane[] = [
  { id: 'professional', place: 'above', order: 'a0' },
  { id: 'family', place: 'below', order: 'a1' },
]

/** The sides of the timeline by their order, with the names that people gave them. */
export function useLanes(): NamedLane[] {
  const caseData = useCase()
  const t = useTranslations('timeline.side')
  return useMemo(() => {
    const lanes = Object.entries(caseData.views.find(({ id }) => id === 'timeline')?.lanes ?? {}).map(
      ([id, { name, place, order, collapsed }]) => ({ id, name, place, order, collapsed }),
    )
    const some = lanes.length > 0 ? lanes : NO_LANES.map((lane) => ({ ...lane, name: '' }))
    return some
      .map((lane) => ({
        ...lane,
        name: lane.name || (lane.place === 'above' ? t('professional') : t('family')),
      }))
      .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1))
  }, [caseData, t])
}

/** Words for the kinds of moments in the language of the page. */
function useContentWords(): ContentWords {
  const t = useTranslations('timeline')
  const te = useTranslations('event.roundabout')
  const tr = useTranslations('reserved')
  return useMemo(() => {
    const kinds = Object.fromEntries(EventKind.options.map((kind) => [kind, t(`kind.${kind}`)]))
    return {
      kinds: kinds as Record<EventKindName, string>,
      undated: t('undated').toLowerCase(),
      proposed: te('short'),
      reserved: tr('sign'),
    }
  }, [t, te, tr])
}

/** What the cards of the case say, by event id; computed when somebody first asks for it. */
function useContentNow(): () => ReadonlyMap<string, CardContent> {
  const caseData = useCase()
  const words = useContentWords()
  const { locale } = useSession()
  const parts = useReservedParts()
  return useMemo(
    () => once(() => timelineContent(caseData, locale, words, reservedIds(parts, 'events'))),
    [caseData, locale, words, parts],
  )
}

/** What the cards of the case say, by event id. */
export const useTimelineContent = (): ReadonlyMap<string, CardContent> => useContentNow()()

/** The case with only the moments that this person looks for, when the others are put away. */
function useShownCase(): Case {
  const caseData = useCase()
  const shown = useShown()
  return useMemo(
    () => (shown ? { ...caseData, events: caseData.events.filter(({ id }) => shown.has(id)) } : caseData),
    [caseData, shown],
  )
}

/** How the line is drawn, without where anything stands on it. */
export interface LineSettings {
  caseData: Case
  lanes: NamedLane[]
  settings: TimelineSettings
}

/** The same for a list, which has no layout. */
export function useLineSettings(): LineSettings {
  const caseData = useCase()
  const lanes = useLanes()
  const { locale } = useSession()
  const day = today()
  return useMemo(
    () => ({ caseData, lanes, settings: timelineOf(caseData, { today: day, locale }).settings }),
    [caseData, lanes, locale, day],
  )
}

export interface Timeline extends LineSettings {
  layout: TimelineLayout
  content: ReadonlyMap<string, CardContent>
}

/** The timeline of the case as it is now, computed when somebody first asks for it. */
export type TimelineNow = () => Timeline

/** Case → layout, computed here, the same for everybody. */
export function useTimelineNow(): TimelineNow {
  const caseData = useShownCase()
  const lanes = useLanes()
  const content = useContentNow()
  const { locale } = useSession()
  const t = useTranslations('timeline')
  const unseenWord = t('drawn.unseen')
  const day = today()
  return useMemo(
    () =>
      once(() => {
        const {
          events,
          lanes: placed,
          settings,
          loops,
        } = timelineOf(caseData, { today: day, locale, unseenWord })
        const layout = layoutTimeline(events, placed, settings, loops)
        return { caseData, lanes, settings, layout, content: content() }
      }),
    [caseData, lanes, content, locale, day, unseenWord],
  )
}

function once<T>(compute: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: compute() }).value
}

/** The first sight of a board and its canvas show one timeline: it is computed once for both. */
const SharedTimeline = createContext<TimelineNow | null>(null)
export const TimelineProvider = SharedTimeline.Provider

export function useTimeline(): Timeline {
  const now = useContext(SharedTimeline)
  if (!now) throw new Error('useTimeline outside of TimelineProvider')
  return now()
}
