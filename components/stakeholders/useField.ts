'use client'
import { useMemo } from 'react'
import { useMessages } from 'use-intl'
import { useCase } from '@/components/board/session'
import { useSaid } from '@/components/genogram/useSaid'
import { useSame } from '@/components/ui/useSame'
import type { Case } from '@/lib/case/schema'
import type { LegendEntry } from '@/lib/genogram/drawLegend'
import { GENOGRAM_THEME } from '@/lib/genogram/theme'
import { stakesOf } from '@/lib/stakeholders/fromCase'
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

/**
 * Case → input → layout → lines, computed here and the same for everybody; each only when what goes into it is another.
 * `given`: a case with another field than that of the board.
 */
export function useField(form: StakeForm, given?: Case): FieldNow {
  const open = useCase()
  const caseData = given ?? open
  const messages = useMessages()
  const said = useSaid()
  const stakes = useMemo(() => stakesOf(caseData, { ...said, form }), [caseData, said, form])
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
