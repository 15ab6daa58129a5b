import { group, type Shape } from '@/lib/drawing/shapes'
import { around, grown } from '@/lib/genogram/boxes'
import { drawTrack, drawTrackWords } from '@/lib/genogram/lines/drawTrack'
import { trackBox } from '@/lib/genogram/pieces'
import { drawLabel } from '@/lib/genogram/symbols/drawLabel'
import { drawSymbol } from '@/lib/genogram/symbols/person'
import type { GenoRelation, PersonContent, RelationTrack } from '@/lib/genogram/types'
import { drawArrow } from './drawing/arrow'
import { drawGround } from './drawing/ground'
import { drawTray } from './drawing/tray'
import { footprint } from './place'
import type { StakesDrawing, StakesPicture } from './picture'
import type { Box, PlacedStake } from './types'

/** What a piece of the picture is of, in the order of drawing: later ones lie over earlier ones. */
export const STAKE_PIECES = ['ground', 'bond', 'stake', 'bondWords'] as const
export type StakePieceKind = (typeof STAKE_PIECES)[number]

/** A part of the picture that is moved, chosen or hidden as one, in page units. */
export interface StakePiece {
  kind: StakePieceKind
  /**
   * Of the stake or the relation; of who stands in the middle of the rings their own; of the ground `field` or `tray`.
   * `bond` and `bondWords` of one relation have the same id.
   */
  id: string
  /** Around all that is drawn; of a stake around the symbol and the words alone, without its arrow. */
  box: Box
  shapes: readonly Shape[]
}

/** Room of signs and strokes that stand on a line. */
const ON_LINE = 24

/** All that a stakeholder map shows, in the order of drawing: field, lines, symbols, and the words of lines on top. */
export function stakePieces(picture: StakesPicture, how: StakesDrawing): StakePiece[] {
  const { layout, people, tracks, style } = picture
  const { theme, words } = how
  const relations = new Map(picture.relations.map((relation) => [relation.id, relation]))
  const ways = tracks.flatMap((track): [RelationTrack, GenoRelation][] => {
    const relation = relations.get(track.id)
    return relation ? [[track, relation]] : []
  })
  const ground = drawGround(layout, picture.question, how)
  const places = [...(layout.centre ? [layout.centre] : []), ...layout.stakes]
  return [
    { kind: 'ground', id: 'field', ...ground },
    ...(layout.tray
      ? [{ kind: 'ground', id: 'tray', box: layout.tray, shapes: drawTray(layout.tray, how) } as const]
      : []),
    ...ways.map(([track, relation]): StakePiece => {
      const box = grown(trackBox(track) ?? { ...track.mid, w: 0, h: 0 }, ON_LINE)
      const shapes = drawTrack(track, relation, style, theme, words.genogram)
      return { kind: 'bond', id: track.id, box, shapes }
    }),
    ...places.flatMap((place) => {
      const content = people.get(place.subject)
      return content ? [stakePiece(place, content, picture, how)] : []
    }),
    ...ways.flatMap(([track, relation]): StakePiece[] => {
      const shapes = drawTrackWords(track, relation, theme, words.genogram)
      return track.label ? [{ kind: 'bondWords', id: track.id, box: track.label, shapes }] : []
    }),
  ]
}

function stakePiece(
  place: PlacedStake,
  content: PersonContent,
  { style }: StakesPicture,
  { theme, words }: StakesDrawing,
): StakePiece {
  const { x, y, labelY, labelW, labelH } = place
  const top = labelY - y
  const drawn: Shape[] = [
    // A line of the field behind it crosses no letter.
    {
      type: 'rect',
      x: -labelW / 2 - 2,
      y: top - 5,
      w: labelW + 4,
      h: labelH + 7,
      rx: 3,
      fill: theme.paper,
    },
    ...drawSymbol(content, style, theme, words.genogram),
    ...drawLabel(content, top, theme),
  ]
  const arrow = place.arrow ? drawArrow(place.arrow, theme) : []
  const shapes = [...arrow, group(x, y, drawn, { title: content.name })]
  return { kind: 'stake', id: place.id, box: footprint(place), shapes }
}

/** Around all pieces and the field with its words. */
export function piecesBox(picture: StakesPicture, pieces: readonly StakePiece[]): Box {
  return around([picture.layout.bounds, ...pieces.map(({ box }) => box)])!
}
