import type { Drawing } from '@/lib/drawing/shapes'
import { type Framed, type FrameWords, pictureFramed, sheetsOf } from '@/lib/genogram/sheets'
import type { PaperChoice } from '@/lib/timeline/sheetFrame'
import { stakesLegend } from './legend'
import { drawStakes } from './paint'
import type { StakesDrawing, StakesPicture } from './picture'

/** What sheets and pictures of a stakeholder map are made of. */
export interface StakesSource {
  picture: StakesPicture
  how: StakesDrawing
  words: FrameWords
}

/** The stakeholder map on paper, in points: on one sheet as long as it can be read. */
export function stakesSheets(source: StakesSource, choice: PaperChoice): Drawing[] {
  return sheetsOf(framedOf(source), choice)
}

/** The stakeholder map as one picture with heading and legend, in page units. */
export function stakesFramed(source: StakesSource): Drawing {
  return pictureFramed(framedOf(source))
}

function framedOf({ picture, how, words }: StakesSource): Framed {
  const whole = drawStakes(picture, words.title, how)
  return { whole, legend: stakesLegend(picture, how), theme: how.theme, words, isOne: true }
}
