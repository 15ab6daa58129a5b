'use client'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { today, useSession } from '@/components/board/session'
import type { NamedLane } from '@/components/timeline/useTimeline'
import { addEvent } from '@/lib/case/commands/events'
import { Circle, EventKind } from '@/lib/case/schema'
import type { CircleName, EventKindName } from '@/lib/case/schema'
import type { Reading } from '@/lib/dates/types'
import { readWords } from '@/lib/dates/words'

/** What somebody has typed of a moment that is not on the line yet. */
const Draft = z.object({
  title: z.string().max(300).catch(''),
  text: z.string().max(20_000).catch(''),
  when: z.string().max(200).catch(''),
  /** Which of several readings of `when` was meant. */
  chosen: z.string().max(100).nullable().catch(null),
  /** Null: what goes with its side. */
  kind: EventKind.nullable().catch(null),
  side: z.string().max(40).catch(''),
  source: Circle.nullable().catch(null),
  /** Names, separated by commas. */
  who: z.string().max(1_000).catch(''),
})
export type MomentDraft = z.infer<typeof Draft>

export interface DraftForm {
  draft: MomentDraft
  /** What kind it will be. */
  kind: EventKindName
  reading: Reading
  set: (change: Partial<MomentDraft>) => void
  /** Adds the moment; its id, or null when it has no words yet. What goes on for the next one stays: side and source. */
  save: (how?: { wordless?: boolean }) => string | null
  /** Throws away what was typed. */
  clear: () => void
}

/**
 * A moment in the making. What was typed is kept in this tab, for this person and board, until it is added or thrown
 * away: a telephone that sleeps or a line that drops loses nothing.
 */
export function useMomentDraft(lanes: readonly NamedLane[]): DraftForm {
  const session = useSession()
  const { doc, actor, locale, feed, me } = session
  const key = draftKey(me.id)
  const firstSide = (lanes.find(({ place }) => place === 'below') ?? lanes[0])?.id ?? 'family'
  const [draft, setDraft] = useState<MomentDraft>(() => ({ ...emptyDraft(), ...keptDraft(key) }))
  const side = lanes.some(({ id }) => id === draft.side) ? draft.side : firstSide
  const isAbove = lanes.find(({ id }) => id === side)?.place === 'above'
  const kind = draft.kind ?? (isAbove ? 'decision' : 'family')
  const reading = readWords(draft.when, { locale, today: today() })
  useEffect(() => keep(key, draft), [key, draft])

  const clear = () => {
    const next = { ...emptyDraft(), side: draft.side, source: draft.source }
    // At once: the form may be gone before an effect of it could run.
    keep(key, next)
    setDraft(next)
  }
  return {
    draft: { ...draft, side },
    kind,
    reading,
    set: (change) => setDraft((now) => ({ ...now, ...change })),
    clear,
    save: ({ wordless = false } = {}) => {
      const title = draft.title.trim()
      if (!title && !wordless) return null
      const date = reading.outcome === 'understood' ? reading.edtf : draft.chosen
      const id = addEvent(doc, actor(), {
        kind,
        side,
        date,
        originalText: draft.when.trim(),
        title,
        description: draft.text.trim(),
        names: namesIn(draft.who),
        source: draft.source,
      })
      feed.flush()
      if (id !== null) clear()
      return id
    },
  }
}

/** Names as people type them in a row: separated by commas, semicolons or lines. */
function namesIn(who: string): string[] {
  return who.split(/[,;\n]/u)
}

/** Whether something typed waits in this tab. */
export function hasDraft(principal: string): boolean {
  const kept = keptDraft(draftKey(principal))
  return Boolean(kept && (kept.title || kept.when || kept.who || kept.text))
}

const draftKey = (principal: string) =>
  `rotonde.draft ${principal} ${window.location.pathname.replace(/\/phone$/u, '')}`

function emptyDraft(): MomentDraft {
  const source: CircleName | null = null
  return { title: '', text: '', when: '', chosen: null, kind: null, side: '', source, who: '' }
}

/** A browser that keeps nothing, or gives back something else, is no reason to stop. */
function keptDraft(key: string): MomentDraft | null {
  try {
    const kept = Draft.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null'))
    return kept.success ? kept.data : null
  } catch {
    return null
  }
}

function keep(key: string, draft: MomentDraft): void {
  try {
    if (draft.title || draft.when || draft.who || draft.text)
      sessionStorage.setItem(key, JSON.stringify(draft))
    else sessionStorage.removeItem(key)
  } catch {
    // Private windows can refuse: then the form itself still has it.
  }
}
