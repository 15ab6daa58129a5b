'use client'
import { useMemo } from 'react'
import { useMessages, useTranslations } from 'use-intl'
import { useMembers } from '@/components/board/names'
import { today, useCase, useReservedParts, useSession } from '@/components/board/session'
import { useSame } from '@/components/ui/useSame'
import { reservedIds } from '@/lib/case/reserved/withReserved'
import type { LegendEntry } from '@/lib/genogram/drawLegend'
import { GENOGRAM_THEME } from '@/lib/genogram/theme'
import type { PhaseType } from '@/lib/genogram/vocabulary'
import { PHASE_TYPES } from '@/lib/genogram/vocabulary'
import { stakesOf } from '@/lib/stakeholders/fromCase'
import type { StakesOptions } from '@/lib/stakeholders/fromCase'
import { stakesLegend } from '@/lib/stakeholders/legend'
import { layoutStakes } from '@/lib/stakeholders/layout/layout'
import { type StakesDrawing, type StakesPicture, trackStakes } from '@/lib/stakeholders/picture'
import type { StakeForm } from '@/lib/stakeholders/types'
import type { StakesWords } from '@/lib/stakeholders/words'

/** The field of the case as it is now, in one form. */
export interface FieldNow {
  picture: StakesPicture
  how: StakesDrawing
  legend: readonly LegendEntry[]
}

const PHASES: ReadonlySet<string> = new Set(PHASE_TYPES)

/** Case → input → layout → lines, computed here and the same for everybody; each only when what goes into it is another. */
export function useField(form: StakeForm): FieldNow {
  const caseData = useCase()
  const { locale } = useSession()
  const messages = useMessages()
  const names = useMembers()
  const t = useTranslations('genogram')
  const parts = useReservedParts()
  const day = today()
  const options = useMemo((): StakesOptions => {
    const phase = (type: string) => t(`phase.${PHASES.has(type) ? (type as PhaseType) : 'unknown'}`)
    return {
      form,
      today: day,
      locale,
      names,
      reserved: {
        people: new Set([...reservedIds(parts, 'people'), ...reservedIds(parts, 'organisations')]),
        relations: reservedIds(parts, 'relations'),
      },
      words: {
        phase,
        accordingTo: (name) => t('canvas.accordingTo', { name }),
        perhaps: (text) => t('canvas.perhaps', { text }),
      },
    }
  }, [t, form, day, locale, names, parts])
  const stakes = useMemo(() => stakesOf(caseData, options), [caseData, options])
  const how = useMemo((): StakesDrawing => {
    const words: StakesWords = {
      drawn: messages.stakeholders.drawn,
      genogram: messages.genogram,
    }
    return { theme: GENOGRAM_THEME, words }
  }, [messages])
  // People change far more often than where they stand.
  const input = useSame(stakes.input)
  const relations = useSame(stakes.relations)
  const layout = useMemo(() => layoutStakes(input), [input])
  const tracks = useMemo(() => trackStakes(layout, relations, how.words.genogram), [layout, relations, how])
  return useMemo(() => {
    const { people, style, question } = stakes
    const picture = { layout, people, relations, tracks, style, question }
    return { picture, how, legend: stakesLegend(picture, how) }
  }, [stakes, layout, relations, tracks, how])
}
