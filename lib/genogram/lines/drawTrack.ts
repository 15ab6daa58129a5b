import type { Shape } from '@/lib/drawing/shapes'
import { plated } from '@/lib/timeline/plate'
import { paler, toneColour, type GenogramTheme } from '../theme'
import { WORDS_PX } from '../tracks/placeWords'
import type { GenogramStyle, GenoRelation, RelationTrack } from '../types'
import { letterOf, relationWords, type GenogramWords } from '../words'
import { drawRelation } from './drawRelation'
import { relationForm, relationTypeOf } from './relationForms'
import { wayOfCubic } from './way'

/** One relation along its track, without its words. One that is over is paler. In page units. */
export function drawTrack(
  track: RelationTrack,
  relation: GenoRelation,
  style: GenogramStyle,
  theme: GenogramTheme,
  words: GenogramWords,
): Shape[] {
  const form = relationForm(relation.type, style.profile)
  const colour = toneColour(form.tone, theme)
  const support = relation.support.map((key) => letterOf(words.legend.supportLetter, key))
  return drawRelation(
    wayOfCubic(track),
    form,
    { stroke: relation.ended ? paler(colour, theme.paper) : colour, paper: theme.paper },
    {
      letter: letterOf(words.legend.letter, relationTypeOf(relation.type)),
      support: support.filter((letter) => letter !== ''),
      secret: relation.secret,
      reserved: relation.reserved,
    },
  )
}

/** What is said beside a relation, where its track left room. */
export function drawTrackWords(
  { label }: RelationTrack,
  relation: GenoRelation,
  theme: GenogramTheme,
  words: GenogramWords,
): Shape[] {
  if (!label) return []
  const text = relationWords(relation, words)
  const place = { x: label.x + label.w / 2, y: label.y + label.h - 3.5, anchor: 'middle' } as const
  return plated(
    { type: 'text', ...place, text, px: WORDS_PX, weight: 'regular', fill: theme.inkSoft },
    theme.paper,
    () => true,
  )
}
