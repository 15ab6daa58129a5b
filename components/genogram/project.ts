import type { TLShape } from 'tldraw'
import { GENOGRAM_PAGE } from '@/components/canvas/binding/pages'
import { nth, projected } from '@/components/canvas/projection'
import { boxesOf } from '@/lib/genogram/boxes'
import { wayOfCubic } from '@/lib/genogram/lines/way'
import type { GenogramDrawing, GenogramPicture } from '@/lib/genogram/picture'
import { PIECES, piecesOf } from '@/lib/genogram/pieces'
import type { Piece } from '@/lib/genogram/pieces'
import { pieceId } from './shapes'
import type { LineShape, PersonShape } from './shapes'

/** The order key of a piece: by its kind, then as they are drawn; all of it below what people draw. */
const indexOf = (kind: Piece['kind'], i: number) => nth(`a0${PIECES.indexOf(kind) + 1}`, i)

/**
 * The geno-sociogram as shapes under fixed ids, so that arrows and ink can hold on to them: one for every person, and
 * one, locked, for each line, outline and word. `bond`: the relation that is open.
 */
export function projectGenogram(
  picture: GenogramPicture,
  how: GenogramDrawing,
  bond: string | null = null,
): TLShape[] {
  const placed = new Map(picture.layout.people.map((person) => [person.id, person]))
  const tracks = new Map(picture.tracks.map((track) => [track.id, track]))
  const shapes = piecesOf(picture, how).map((piece, i): PersonShape | LineShape | null => {
    const { kind, id, box, shapes } = piece
    const { x: left, y: top, w, h } = box
    const props = { w, h, left, top, pieceId: id, shapes }
    const here = { ...projected(GENOGRAM_PAGE, pieceId(kind, id), indexOf(kind, i), kind !== 'person') }
    if (kind !== 'person') {
      const track = kind === 'bond' ? tracks.get(id) : undefined
      const way = track ? wayOfCubic(track).points.map(({ x, y }) => ({ x: x - left, y: y - top })) : null
      return {
        ...here,
        type: 'rotonde-line',
        x: left,
        y: top,
        props: { ...props, kind, way, chosen: kind === 'bond' && id === bond },
      }
    }
    const person = placed.get(id)
    if (!person) return null
    const parts = boxesOf(person).map((part) => ({ ...part, x: part.x - left, y: part.y - top }))
    const name = picture.people.get(id)?.name ?? ''
    const middle = { cx: person.x - left, cy: person.y - top }
    return { ...here, type: 'rotonde-person', x: left, y: top, props: { ...props, name, parts, ...middle } }
  })
  return shapes.filter((shape) => shape !== null)
}
