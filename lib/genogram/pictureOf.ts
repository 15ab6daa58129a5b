import { layoutGenogram } from './layout/layout'
import { leadLines } from './leadLines'
import type { Genogram } from './fromCase'
import type { GenogramPicture } from './picture'
import type { GenogramWords } from './words'

/** All stages from what a case says to what is drawn, in one go: for files. The canvas keeps each stage (`useGenogram`). */
export function pictureOf(genogram: Genogram, title: string, words: GenogramWords): GenogramPicture {
  const { input, people, unions, relations, households, parallels, style } = genogram
  const layout = layoutGenogram(input)
  const lines = leadLines({ layout, unions, households, relations }, style, words)
  return { title, layout, people, unions, relations, households, parallels, ...lines }
}
