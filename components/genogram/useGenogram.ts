'use client'
import { useMemo } from 'react'
import { useMessages, useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { useSame } from '@/components/ui/useSame'
import type { Case } from '@/lib/case/schema'
import { dayOf } from '@/lib/dates/bounds'
import { genogramOf } from '@/lib/genogram/fromCase'
import type { Genogram, GenogramOptions } from '@/lib/genogram/fromCase'
import { layoutGenogram } from '@/lib/genogram/layout/layout'
import type { GenogramDrawing, GenogramPicture } from '@/lib/genogram/picture'
import type { Placed } from '@/lib/genogram/place'
import { GENOGRAM_THEME } from '@/lib/genogram/theme'
import type { GenogramWords } from '@/lib/genogram/words'
import { usePlaced } from './placing/usePlaced'
import { useSaid } from './useSaid'
import type { GenogramView } from './view'

/** The geno-sociogram of the case as it is now, and what of the case is not in it. */
export interface GenogramNow {
  caseData: Case
  genogram: Genogram
  picture: GenogramPicture
  how: GenogramDrawing
  /** A large family is placed anew: the picture shows where everything stood before. */
  busy: boolean
  /** Everybody has a place: false only for a large family that is not placed yet. */
  ready: boolean
}

/**
 * Case → input → layout → lines, computed here and the same for everybody; each stage only when what goes into it is
 * another. `view`: the year, and whose eyes, that this screen shows.
 */
export function useGenogram({ at, ego, accordingTo }: GenogramView): GenogramNow {
  const caseData = useCase()
  const words = useMessages().genogram as GenogramWords
  const t = useTranslations('genogram')
  const said = useSaid()
  const options = useMemo(
    (): GenogramOptions => ({ ...said, ego, ...(at === null ? {} : { at: dayOf(at, 12, 31) }) }),
    [said, ego, at],
  )
  const genogram = useMemo(() => genogramOf(caseData, options), [caseData, options])

  const input = useSame(genogram.input)
  const style = useSame(genogram.style)
  const unionList = useSame([...genogram.unions])
  const unions = useMemo(() => new Map(unionList), [unionList])
  const households = useSame(genogram.households)
  const relations = useSame(
    genogram.relations.filter(({ id }) => accordingTo === null || isSaidBy(caseData, id, accordingTo)),
  )
  const order = useMemo(
    () => ({ input, unions, households, relations, style, words }),
    [input, unions, households, relations, style, words],
  )
  const { placed, busy } = usePlaced(order)
  const title = t('canvas.label')
  return useMemo(() => {
    const { people, parallels } = genogram
    const picture = { title, people, unions, households, relations, parallels, ...(placed ?? NOWHERE) }
    const how: GenogramDrawing = { style, theme: GENOGRAM_THEME, words, legend: false }
    return { caseData, genogram, picture, how, busy, ready: placed !== null }
  }, [caseData, genogram, title, unions, households, relations, placed, busy, style, words])
}

const NOWHERE: Placed = {
  layout: layoutGenogram({ people: [], unions: [], pins: [], ego: null }),
  outlines: [],
  tracks: [],
}

/** Whether a relation was drawn as this person of the case, or participant, sees it. */
function isSaidBy({ relations }: Case, id: string, who: string): boolean {
  const by = relations.find((relation) => relation.id === id)?.accordingTo
  return by?.person === who || by?.principal === who
}
