'use client'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { today, useSession } from '@/components/board/session'
import type { EventAnchor } from '@/lib/case/schema'
import { boundsOf } from '@/lib/dates/bounds'
import { sayDate } from '@/lib/dates/say'
import type { Reading, RelativeReading } from '@/lib/dates/types'
import { SureMark } from './SureMark'
import { sameAnchor, useDateWords } from './useDateWords'

/** After this pause in typing the reading is read aloud. Milliseconds. */
const READ_ALOUD_MS = 1_000

interface Props {
  words: string
  reading: Reading
  /** The date that is kept now. */
  chosen: string | null
  /** What the date hangs on now. */
  chosenAnchor?: EventAnchor | null | undefined
  /** Off until somebody says something: what stands there already is described by the field itself. */
  aloud?: boolean
  onChoose?: ((edtf: string) => void) | undefined
  onChooseRelative?: ((reading: RelativeReading) => void) | undefined
}

/** How words for a date were understood, honestly: also when they were not. What can be two things is picked here. */
export function DateReading({
  words,
  reading,
  chosen,
  chosenAnchor = null,
  aloud = true,
  onChoose,
  onChooseRelative,
}: Props) {
  const t = useTranslations('dates')
  const { locale } = useSession()
  const { sayReading, sayRelative } = useDateWords()
  const kept = { date: chosen, anchor: chosenAnchor }
  const said = sayReading(words, reading, kept)
  const edtf = dateRead(reading, kept.date, chosenAnchor)
  const choices = choicesOf(reading).map((choice) => ({
    ...choice,
    label: choice.relative ? sayRelative(choice.relative) : sayDate(choice.edtf, locale),
    pressed: choice.relative ? isKept(reading, choice.relative, chosenAnchor) : choice.edtf === chosen,
  }))
  const choose = ({ edtf: picked, relative }: Choice) =>
    relative ? onChooseRelative?.(relative) : onChoose?.(picked)
  return (
    <span className="block">
      {said && (
        <span className="flex items-center gap-2">
          {edtf && boundsOf(edtf, today()) && <SureMark edtf={edtf} />}
          <span>{said}</span>
        </span>
      )}
      {choices.length > 0 && (
        <span role="group" aria-label={t('choices')} className="mt-1.5 flex flex-wrap items-center gap-1.5">
          {reading.outcome === 'relative' && reading.settled && <span>{t('orElse')}</span>}
          {choices.map((choice) => (
            <button
              key={choice.key}
              type="button"
              aria-pressed={choice.pressed}
              disabled={choice.relative ? !onChooseRelative : !onChoose}
              // The field's blur comes first and would take the buttons away.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(choice)}
              className={`min-h-10 rounded-full border px-3 text-s font-bold ${
                choice.pressed
                  ? 'border-accent bg-accent-soft text-accent-strong'
                  : 'border-edge bg-surface text-ink'
              }`}
            >
              {choice.label}
            </button>
          ))}
        </span>
      )}
      <ReadAloud text={aloud ? (said ?? '') : ''} />
    </span>
  )
}

interface Choice {
  key: string
  edtf: string
  relative: RelativeReading | null
}

/** What a person can pick from; nothing when there is one way to read it. */
function choicesOf(reading: Reading): Choice[] {
  if (reading.outcome === 'ambiguous')
    return reading.edtfs.map((edtf) => ({ key: edtf, edtf, relative: null }))
  if (reading.outcome !== 'relative' || (reading.settled && reading.readings.length === 1)) return []
  return reading.readings.map((relative) => ({
    key: `${relative.anchor.kind} ${relative.anchor.id}`,
    edtf: relative.edtf ?? '',
    relative,
  }))
}

/** The first of what is settled counts as picked until somebody picks another. */
function isKept(reading: Reading, choice: RelativeReading, anchor: EventAnchor | null): boolean {
  if (reading.outcome !== 'relative') return false
  const picked = reading.readings.find((one) => sameAnchor(one.anchor, anchor))
  return choice === (picked ?? (reading.settled ? reading.readings[0] : undefined))
}

function dateRead(reading: Reading, kept: string | null, anchor: EventAnchor | null): string | null {
  if (reading.outcome === 'understood') return reading.edtf
  if (reading.outcome === 'unclear') return kept
  if (reading.outcome === 'ambiguous') return kept !== null && reading.edtfs.includes(kept) ? kept : null
  if (reading.outcome === 'unknown') return null
  return reading.readings.find((one) => isKept(reading, one, anchor))?.edtf ?? null
}

/** Says a text to who cannot see it, once it has stood for a while: not at every key. */
function ReadAloud({ text }: { text: string }) {
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), READ_ALOUD_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <span role="status" className="sr-only">
      {spoken}
    </span>
  )
}
