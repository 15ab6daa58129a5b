'use client'
import './looking.css'
import { X } from 'lucide-react'
import { createContext, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { rowOf, usePeople } from '@/components/people/place'
import type { CaseThread } from '@/lib/case/schema'
import { litByThread } from '@/lib/case/threads'
import type { Box } from '@/lib/timeline/view'

interface Lit {
  /** The thread that is chosen on this screen; null for none. */
  readonly thread: CaseThread | null
  readonly choose: (id: string | null) => void
  /** Opens a thread in the panel, and lights up what it runs through. */
  readonly openThread: (id: string) => void
}

const LitContext = createContext<Lit>({ thread: null, choose: () => {}, openThread: () => {} })
/** Apart from the rest: a card asks for nothing else. */
const IdsContext = createContext<ReadonlySet<string> | null>(null)

export const useLit = () => useContext(LitContext)

/** Whether the chosen thread runs through this record. */
export const useIsLit = (id: string): boolean => useContext(IdsContext)?.has(id) ?? false

/** Keeps which red thread this screen follows, through all views. */
export function LitProvider({ children }: { children: ReactNode }) {
  const all = useCase()
  const { go } = usePeople()
  const [chosen, choose] = useState<string | null>(null)
  const thread = all.threads.find(({ id }) => id === chosen) ?? null
  const ids = useMemo(() => thread && litByThread(all, thread), [all, thread])
  const lit = useMemo<Lit>(
    () => ({
      thread,
      choose,
      openThread: (id) => {
        choose(id)
        go({ kind: 'thread', id })
      },
    }),
    [thread, go],
  )
  return (
    <LitContext value={lit}>
      <IdsContext value={ids}>{children}</IdsContext>
    </LitContext>
  )
}

/** Says which thread is lit while its card is not open, and ends it. */
export function LitThread() {
  const t = useTranslations('looking.lit')
  const tt = useTranslations('looking.thread')
  const { thread, choose, openThread } = useLit()
  const { place } = usePeople()
  if (!thread || (place?.kind === 'thread' && place.id === thread.id)) return null
  const title = thread.title || tt('untitled')
  return (
    <div className="flex shrink-0 items-center gap-2 border-b border-line bg-accent-soft py-0.5 pr-1 pl-4 text-m">
      <Beads />
      <button
        type="button"
        data-row={rowOf('threads', thread.id)}
        className="min-h-10 min-w-0 truncate font-bold text-accent-strong underline underline-offset-2"
        onClick={() => openThread(thread.id)}
      >
        {t('shown', { title })}
      </button>
      <button
        type="button"
        className="ml-auto inline-flex min-h-10 shrink-0 items-center gap-1 rounded-lg px-3 font-bold hover:bg-surface"
        onClick={() => choose(null)}
      >
        <X size={16} aria-hidden="true" />
        {t('off')}
      </button>
    </div>
  )
}

/** The sign of a red thread: three beads on a string. */
export function Beads() {
  return (
    <svg
      viewBox="0 0 22 10"
      width={22}
      height={10}
      className="shrink-0 text-accent-strong"
      aria-hidden="true"
    >
      <path d="M0 5H22" stroke="currentColor" strokeWidth={1.5} />
      {[4, 11, 18].map((cx) => (
        <circle key={cx} cx={cx} cy={5} r={3} fill="currentColor" />
      ))}
    </svg>
  )
}

/** Which thread runs through this, in words, while it is the chosen one. */
export function useLitWords(id: string): string | undefined {
  const t = useTranslations('looking.lit')
  const tt = useTranslations('looking.thread')
  const { thread } = useLit()
  const lit = useIsLit(id)
  return lit && thread ? t('mark', { title: thread.title || tt('untitled') }) : undefined
}

/** In a list: says that the chosen thread runs through this; nothing for all others. */
export function LitMark({ id }: { id: string }) {
  const words = useLitWords(id)
  if (words === undefined) return null
  return (
    <span className="flex items-center gap-1.5 px-3 pb-2 text-s font-bold text-accent-strong [overflow-wrap:anywhere]">
      <Beads />
      {words}
    </span>
  )
}

/** Around the symbol of somebody in a picture, in page units. */
export function LitPiece(props: { id: string; left: number; top: number; parts: readonly Box[] }) {
  const { id, left, top, parts } = props
  const [symbol] = parts
  const lit = useIsLit(id)
  if (!lit || !symbol) return null
  const { x, y, w, h } = symbol
  return (
    <rect
      className="rt-beads"
      x={left + x - AROUND}
      y={top + y - AROUND}
      width={w + 2 * AROUND}
      height={h + 2 * AROUND}
      rx={9}
    />
  )
}

/** Under a line between two; the line itself is what is inside. */
export function LitWay({ id, children }: { id: string; children: ReactNode }) {
  return useIsLit(id) ? <g className="rt-beads">{children}</g> : null
}

/** Page units between a symbol and its beads. */
const AROUND = 5
