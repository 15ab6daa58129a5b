'use client'
import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { today, useCase } from '@/components/board/session'
import { sortedEvents } from '@/lib/case/queries'
import { isEmptyFilter, matcher, NO_FILTER } from '@/lib/timeline/find/filter'
import type { EventFilter } from '@/lib/timeline/find/filter'
import { useIsLit } from '@/components/looking/lit'
import { useIsOfOpenPerson } from './openPerson'
import type { Teller } from '@/lib/exchange/entry/draftEvent'
import type { Grid } from '@/lib/exchange/entry/grid'

type Show = (eventId: string, isTold: boolean) => void

/** What one person has open to work with; on this screen only, and gone with the page. */
export interface Work {
  readonly tool: 'entry' | 'find' | null
  readonly setTool: (tool: Work['tool']) => void
  /** What was pasted or chosen and is looked at before it is added. */
  readonly pasted: Grid | null
  readonly setPasted: (grid: Grid | null) => void
  /** The moment that is told now; null when nobody tells. */
  readonly telling: { at: string } | null
  readonly setTelling: (telling: Work['telling']) => void
  readonly filter: EventFilter
  readonly setFilter: (filter: EventFilter) => void
  /** Others are made faint, or are not there. */
  readonly mode: 'light' | 'hide'
  readonly setMode: (mode: Work['mode']) => void
  /** Ids of what was looked for, in order of date; null when nothing is looked for. */
  readonly found: readonly string[] | null
  /** Which of them stands in the middle. */
  readonly at: string | null
  readonly setAt: (id: string | null) => void
  /** Side and teller of the line that was typed last. */
  readonly last: { side: string; teller: Teller | null }
  readonly setLast: (last: Work['last']) => void
  /** Brings a moment into view, when there is a canvas. */
  readonly bringIntoView: (eventId: string, isTold: boolean) => void
  /** Where there is a canvas, it says how. */
  readonly setCamera: (show: Show | null) => void
}

const WorkContext = createContext<Work | null>(null)

export function useWork(): Work {
  const work = useContext(WorkContext)
  if (!work) throw new Error('no board around this')
  return work
}

/** Ids of moments that are not what this person looks for and are not shown; null when all are. */
export function useShown(): ReadonlySet<string> | null {
  const work = useContext(WorkContext)
  const found = work?.mode === 'hide' ? work.found : null
  return useMemo(() => (found ? new Set(found) : null), [found])
}

/** Which cards stand out. */
interface Lit {
  /** Those that do; null when nothing is looked for. */
  ids: ReadonlySet<string> | null
  at: string | null
}
const LitContext = createContext<Lit>({ ids: null, at: null })

/** How a card stands among what is looked for; cards of a moment that is told are never faint. */
function useLit(eventId: string): 'plain' | 'faint' | 'found' | 'at' {
  const { ids, at } = useContext(LitContext)
  if (at === eventId) return 'at'
  if (!ids) return 'plain'
  return ids.has(eventId) ? 'found' : 'faint'
}

/** Makes the projected card inside faint, or stand out. */
export function LitCard({ eventId, children }: { eventId: string; children: ReactNode }) {
  const lit = useLit(eventId)
  const isOfPerson = useIsOfOpenPerson(eventId)
  const isInThread = useIsLit(eventId)
  const stands = lit === 'plain' && (isOfPerson || isInThread) ? 'found' : lit
  return (
    <div className="rt-lit" data-lit={stands} data-thread={isInThread || undefined}>
      {children}
    </div>
  )
}

export function WorkProvider({ children }: { children: ReactNode }) {
  const caseData = useCase()
  const [tool, setTool] = useState<Work['tool']>(null)
  const [pasted, setPasted] = useState<Grid | null>(null)
  const [telling, setTelling] = useState<Work['telling']>(null)
  const [filter, setFilter] = useState(NO_FILTER)
  const [mode, setMode] = useState<Work['mode']>('light')
  const [at, setAt] = useState<string | null>(null)
  const [last, setLast] = useState<Work['last']>({ side: '', teller: null })
  const camera = useRef<Show | null>(null)
  const bringIntoView = useCallback<Show>((id, isTold) => camera.current?.(id, isTold), [])
  const setCamera = useCallback((show: Show | null) => {
    camera.current = show
  }, [])
  const found = useMemo(() => {
    if (isEmptyFilter(filter)) return null
    const matches = matcher(filter, caseData, today())
    return sortedEvents(caseData.events.filter(matches), today()).map(({ id }) => id)
  }, [filter, caseData])
  const work = useMemo<Work>(
    () => ({
      tool,
      setTool,
      pasted,
      setPasted,
      telling,
      setTelling,
      filter,
      setFilter,
      mode,
      setMode,
      found,
      at,
      setAt,
      last,
      setLast,
      bringIntoView,
      setCamera,
    }),
    [tool, pasted, telling, filter, mode, found, at, last, bringIntoView, setCamera],
  )
  const lit = useMemo<Lit>(
    () =>
      telling
        ? { ids: new Set([telling.at]), at: telling.at }
        : { ids: found && mode === 'light' ? new Set(found) : null, at: found ? at : null },
    [found, mode, at, telling],
  )
  return (
    <WorkContext value={work}>
      <LitContext value={lit}>{children}</LitContext>
    </WorkContext>
  )
}
