import type { Shape } from '@/lib/drawing/shapes'
import { textWidth } from '@/lib/text/widths'
import type { GenogramTheme } from '../theme'
import type { GenogramStyle, PersonContent } from '../types'
import type { GenogramWords } from '../words'
import { drawUnborn } from './losses'
import { drawMarks } from './marks'
import { edgePath, formOf, H, type Form } from './outline'
import { crossBeside, crossOver, migrationWave, pawSign, reservedSign, secretSign } from './signs'

/** Distance of the two edges of the person "om wie het gaat". */
const DOUBLE = 5
/** Side of the inner form of who was given another gender at birth. */
const INNER = 0.58

/**
 * One symbol around its middle (0, 0), without the words under it. Sources: McGoldrick, Gerson and Petry (2008, 2020)
 * and GenoPro, as gathered in the notes on notation. The edge is dashed for a worker, double for the person "om wie
 * het gaat"; the double one goes inward, so that all symbols have one size.
 */
export function drawSymbol(
  content: PersonContent,
  style: GenogramStyle,
  theme: GenogramTheme,
  words: GenogramWords,
): Shape[] {
  const { strong, soft } = theme.tints[content.circle]
  const fill = content.circle === 'family' ? theme.surface : soft
  const shapes = UNBORN.has(content.kind)
    ? drawUnborn(
        content,
        style.profile,
        { stroke: strong, fill, line: theme.ink },
        words.legend.short.stillbirth,
      )
    : drawBorn(content, style, theme, { strong, fill })
  if (content.migrated !== 'none') shapes.push(migrationWave(content.migrated === 'several', theme.ink))
  if (content.secret) shapes.push(secretSign(theme.ink))
  if (content.reserved) shapes.push(reservedSign(theme.ink))
  return shapes
}

const UNBORN: ReadonlySet<string> = new Set(['pregnancy', 'miscarriage', 'abortion', 'stillbirth'])

function drawBorn(
  content: PersonContent,
  style: GenogramStyle,
  theme: GenogramTheme,
  { strong, fill }: { strong: string; fill: string },
): Shape[] {
  const form = formOf(content)
  const pen = { stroke: strong, strokeWidth: 2 } as const
  const dash = content.circle === 'professional' && content.type === 'person' ? ([4, 3] as const) : undefined
  const shapes: Shape[] = [
    { type: 'path', d: edgePath(form), fill },
    ...drawMarks(content.marks, form, theme),
  ]
  // The edge comes after the marks, which end at it.
  shapes.push({ type: 'path', d: edgePath(form), ...pen, dash })
  if (content.index) shapes.push({ type: 'path', d: edgePath(form, DOUBLE), ...pen })
  const inner = style.innerGender ? innerForm(content) : null
  if (inner) shapes.push({ type: 'path', d: edgePath(inner, 0, INNER), ...pen, strokeWidth: 1.6 })
  if (content.kind === 'pet') shapes.push(pawSign(strong))
  if (content.deceased) {
    const half = form === 'circle' ? H * 0.71 : form.includes('diamond') ? H * 0.56 : H
    shapes.push(style.cross === 'over' ? crossOver(half, strong) : crossBeside(theme.ink))
  }
  const plate = content.marks.length > 0 || (content.deceased && style.cross === 'over')
  return [...shapes, ...drawInside(content, form, theme, plate)]
}

/** Another gender given at birth, when the group chose to show it. */
function innerForm({ birthGender, gender, kind }: PersonContent): Form | null {
  if (kind !== 'person' || birthGender === null || birthGender === gender) return null
  return birthGender === 'unknown' ? null : birthGender === 'male' ? 'square' : 'circle'
}

/** The age; a question mark for who has neither age nor known gender; an initial for who is not of the family. */
function drawInside(content: PersonContent, form: Form, theme: GenogramTheme, plate: boolean): Shape[] {
  if (content.kind === 'pet' || content.type === 'organisation') return []
  const asks = form === 'diamond' ? '?' : ''
  const text = content.age || (content.circle === 'family' ? asks : initialOf(content.name) || asks)
  if (text === '') return []
  const px = textWidth(text, 14, 'bold') > 26 ? 11 : 14
  const w = textWidth(text, px, 'bold') + 4
  const label: Shape = {
    type: 'text',
    x: 0,
    y: px * 0.35 + (form === 'dome' ? 2 : 0),
    text,
    px,
    weight: 'bold',
    fill: theme.ink,
    anchor: 'middle',
  }
  if (!plate) return [label]
  return [{ type: 'rect', x: -w / 2, y: -px * 0.6, w, h: px * 1.2, rx: 4, fill: theme.surface }, label]
}

function initialOf(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim())
  return first ? first.segment.toLocaleUpperCase('nl') : ''
}
