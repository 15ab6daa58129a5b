import type { TLShape } from 'tldraw'
import { STAKEHOLDERS_PAGE } from '@/components/canvas/binding/pages'
import { nth, projected } from '@/components/canvas/projection'
import type { StakesDrawing, StakesPicture } from '@/lib/stakeholders/picture'
import { STAKE_PIECES, type StakePiece, stakePieces } from '@/lib/stakeholders/pieces'
import type { Box, PlacedStake } from '@/lib/stakeholders/types'
import { fieldId } from './shapes'
import type { FieldShape, StakeShape } from './shapes'

/** The order key of a piece: by its kind, then as they are drawn; all of it below what people draw. */
const indexOf = (kind: StakePiece['kind'], i: number) => nth(`a0${STAKE_PIECES.indexOf(kind) + 1}`, i)

/**
 * The field as shapes under fixed ids, so that arrows and ink can hold on to them: one for everybody in it, and one,
 * locked, for each line and for what lies under them. Who stands in the middle of the rings is locked too.
 */
export function projectStakes(picture: StakesPicture, how: StakesDrawing): TLShape[] {
  const { layout, people } = picture
  const placed = new Map(layout.stakes.map((place) => [place.id, place]))
  const shapes = stakePieces(picture, how).map(
    ({ kind, id, box, shapes }, i): StakeShape | FieldShape | null => {
      const { x, y, w, h } = box
      const props = { w, h, left: x, top: y, pieceId: id, shapes }
      const place = placed.get(id) ?? (layout.centre?.id === id ? layout.centre : null)
      const isLocked = kind !== 'stake' || place === layout.centre
      const here = { ...projected(STAKEHOLDERS_PAGE, fieldId(kind, id), indexOf(kind, i), isLocked), x, y }
      if (kind !== 'stake') return { ...here, type: 'rotonde-field', props }
      if (!place) return null
      const name = people.get(place.subject)?.name ?? ''
      const middle = { cx: place.x - x, cy: place.y - y }
      return {
        ...here,
        type: 'rotonde-stake',
        props: { ...props, name, parts: partsOf(place, box), ...middle },
      }
    },
  )
  return shapes.filter((shape) => shape !== null)
}

/** Symbol and words, from the upper left corner of the piece. */
function partsOf({ x, y, w, h, labelY, labelW, labelH }: PlacedStake, corner: Box): Box[] {
  const parts = [
    { x: x - w / 2, y: y - h / 2, w, h },
    { x: x - labelW / 2, y: labelY, w: labelW, h: labelH },
  ]
  return parts
    .filter((part) => part.w > 0 && part.h > 0)
    .map((part) => ({ ...part, x: part.x - corner.x, y: part.y - corner.y }))
}
