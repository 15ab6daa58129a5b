import { group, type Shape } from '@/lib/drawing/shapes'
import { around, aroundPoints, boxesOf, grown, type Box } from './boxes'
import { drawOutline, drawOutlineName } from './households/drawOutline'
import { belowWords } from './lines/belowWords'
import { drawChildLine, drawMultiple } from './lines/childLine'
import { drawParallel } from './lines/drawParallel'
import { drawTrack, drawTrackWords } from './lines/drawTrack'
import { drawUnion } from './lines/unionLine'
import { unionPoints } from './lines/unionPoints'
import { wayOfCubic } from './lines/way'
import type { GenogramDrawing, GenogramPicture } from './picture'
import { drawLabel } from './symbols/drawLabel'
import { drawSymbol } from './symbols/person'
import { WAVE_H } from './symbols/signs'
import { trackParallels } from './tracks/trackParallels'
import type { GenoRelation, PersonContent, PlacedPerson, RelationTrack, UnionContent } from './types'

/** What a piece of the picture is of, in the order of drawing: later ones lie over earlier ones. */
export const PIECES = [
  'home',
  'union',
  'child',
  'multiple',
  'parallel',
  'bond',
  'person',
  'homeName',
  'bondWords',
] as const
export type PieceKind = (typeof PIECES)[number]

/** A part of the picture that is moved, chosen or hidden as one, in page units. */
export interface Piece {
  kind: PieceKind
  /** Of the household, union, parentage, multiple, parallel, relation or person. */
  id: string
  /** Around all that is drawn; of a person around the symbol and the words alone. */
  box: Box
  shapes: readonly Shape[]
}

/** Room of signs, strokes and letters that stand on a line. */
const ON_LINE = 24

/**
 * All that a geno-sociogram shows, in the order of drawing: households behind, then the family's lines, the links
 * between what is alike, the relations, the symbols, and all words on top. What there is no content of is left out.
 */
export function piecesOf(picture: GenogramPicture, { style, theme, words }: GenogramDrawing): Piece[] {
  const { layout, people, unions, tracks, outlines } = picture
  const placed = new Map(layout.people.map((person) => [person.id, person]))
  const relations = new Map(picture.relations.map((relation) => [relation.id, relation]))
  const households = new Map(picture.households.map((household) => [household.id, household]))
  const ways = tracks.flatMap((track): [RelationTrack, GenoRelation][] => {
    const relation = relations.get(track.id)
    return relation ? [[track, relation]] : []
  })
  return [
    ...outlines.map((outline) =>
      piece('home', outline.id, outlineBox(outline.path), drawOutline(outline, theme)),
    ),
    ...layout.unions.map((one) => {
      const union = belowWords(one, placed)
      const { drop, bar, barY } = union
      const foot = barY === null ? [] : [drop, bar && { x: bar.x1, y: barY }, bar && { x: bar.x2, y: barY }]
      const points = [...unionPoints(union), ...foot.filter((point) => point !== null)]
      const drawn = drawUnion(union, unions.get(union.id) ?? NO_WORDS, style, theme, words)
      return piece('union', union.id, aroundPoints(points), drawn)
    }),
    ...layout.childLines.map((line) => {
      const wave = (people.get(line.child)?.migrated ?? 'none') === 'none' ? 0 : WAVE_H
      return piece(
        'child',
        line.id,
        aroundPoints(line.points),
        drawChildLine(line, style, theme, words, wave),
      )
    }),
    ...layout.multiples.map((multiple) => {
      const { x1, x2, y } = multiple.bar
      const points = [multiple, { x: x1, y }, { x: x2, y }]
      return piece('multiple', multiple.key, aroundPoints(points), drawMultiple(multiple, theme))
    }),
    ...trackParallels(picture, picture.parallels).map((way) =>
      piece('parallel', way.id, aroundPoints(wayOfCubic(way).points), drawParallel(way, theme)),
    ),
    ...ways.map(([track, relation]) =>
      piece('bond', track.id, trackBox(track), drawTrack(track, relation, style, theme, words)),
    ),
    ...layout.people.flatMap((person) => {
      const content = people.get(person.id)
      return content ? [personPiece(person, content, { style, theme, words })] : []
    }),
    ...outlines.map((outline) => {
      const { x, y, w } = outline.label
      const name = households.get(outline.id)?.name ?? ''
      return piece('homeName', outline.id, { x, y: y - 12, w, h: 16 }, drawOutlineName(outline, name, theme))
    }),
    ...ways.map(([track, relation]) =>
      piece('bondWords', track.id, track.label, drawTrackWords(track, relation, theme, words)),
    ),
  ]
}

/** A union of which nothing more is known: one parent. */
const NO_WORDS: UnionContent = {
  base: 'marriage',
  ending: null,
  reconciled: false,
  label: '',
  moreChildren: null,
}

const piece = (kind: PieceKind, id: string, box: Box | null, shapes: readonly Shape[]): Piece => ({
  kind,
  id,
  box: grown(box ?? { x: 0, y: 0, w: 0, h: 0 }, ON_LINE),
  shapes,
})

type PersonDrawing = Omit<GenogramDrawing, 'legend'>

function personPiece(person: PlacedPerson, content: PersonContent, how: PersonDrawing): Piece {
  const drawn = drawPerson(content, person.labelY - person.y, how)
  const shapes = [group(person.x, person.y, drawn, { title: content.name })]
  return { kind: 'person', id: person.id, box: around(boxesOf(person))!, shapes }
}

/** A person with the words under them, around the middle of the symbol. `labelTop` is the upper edge of the words. */
function drawPerson(
  content: PersonContent,
  labelTop: number,
  { style, theme, words }: PersonDrawing,
): Shape[] {
  return [...drawSymbol(content, style, theme, words), ...drawLabel(content, labelTop, theme)]
}

/** The box of one relation's line, without its words. */
export function trackBox(track: RelationTrack): Box | null {
  return aroundPoints(wayOfCubic(track).points)
}

/** The box of path data of absolute points. */
export function outlineBox(path: string): Box | null {
  const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? []
  return aroundPoints(numbers.flatMap((x, i) => (i % 2 === 0 ? [{ x, y: numbers[i + 1] ?? 0 }] : [])))
}
