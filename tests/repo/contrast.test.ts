import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { contrastOf } from '@/lib/drawing/contrast'
import { GENOGRAM_PRINT_THEME, GENOGRAM_THEME, toneColour, type Tone } from '@/lib/genogram/theme'

/** The colours of the page, by their names in the style sheet. */
const COLOURS = new Map(
  [...readFileSync('app/globals.css', 'utf8').matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})\s*;/g)].map(
    ([, name = '', hex = '']) => [name, hex],
  ),
)
const colour = (name: string): string => {
  const hex = COLOURS.get(name)
  if (!hex) throw new Error(`no colour is called ${name}`)
  return hex
}
const CIRCLES = ['family', 'professional', 'network', 'unknown', 'feeling', 'danger', 'accent']
const GROUNDS = ['paper', 'surface']

/** Pairs that do not stand out enough. */
const tooPale = (pairs: readonly (readonly [string, string])[], least: number) =>
  pairs.flatMap(([one, other]) => {
    const ratio = contrastOf(colour(one), colour(other))
    return ratio < least ? [`${one} on ${other}: ${ratio.toFixed(2)}`] : []
  })

it('[A6] text stands out 4.5 : 1 from everything that it stands on', () => {
  const words = ['ink', 'ink-soft', 'accent-strong', ...CIRCLES]
  const onGrounds = words.flatMap((word) => GROUNDS.map((ground) => [word, ground] as const))
  const onTints = CIRCLES.flatMap((name) => [name, 'ink'].map((word) => [word, `${name}-soft`] as const))
  const onStrong = ['accent', 'accent-strong', 'danger', 'ink'].map((ground) => ['surface', ground] as const)
  expect(tooPale([...onGrounds, ...onTints, ...onStrong], 4.5)).toEqual([])
})

it('[A6] edges of fields and every type of line stand out 3 : 1, on the screen and on paper', () => {
  expect(
    tooPale(
      GROUNDS.map((ground) => ['edge', ground] as const),
      3,
    ),
  ).toEqual([])
  const tones: Record<Tone, true> = {
    plain: true,
    warm: true,
    tense: true,
    harm: true,
    cool: true,
    quiet: true,
  }
  for (const theme of [GENOGRAM_THEME, GENOGRAM_PRINT_THEME])
    for (const tone of Object.keys(tones) as Tone[])
      expect([tone, contrastOf(toneColour(tone, theme), theme.paper) >= 3]).toEqual([tone, true])
})
