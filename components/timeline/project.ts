import type { IndexKey, TLParentId, TLShape, TLShapeId, TLStore } from 'tldraw'
import type { CardContent, TimelineLayout } from '@/lib/timeline/types'
import { TIMELINE_PAGE } from '@/components/canvas/binding/pages'
import { AXIS_MARGIN } from './AxisDrawing'
import { AXIS_ID, cardId, PROJECTED } from './shapes'
import type { AxisProps, AxisShape, EventCardShape } from './shapes'

export interface Picture {
  layout: TimelineLayout
  content: ReadonlyMap<string, CardContent>
  words: AxisProps['words']
}

const base = (id: TLShapeId, index: string) => ({
  id,
  typeName: 'shape' as const,
  rotation: 0,
  index: index as IndexKey,
  parentId: TIMELINE_PAGE as TLParentId,
  opacity: 1,
  meta: PROJECTED,
})

/**
 * The timeline as shapes under fixed ids, so that arrows and ink can hold on to them. All lie below what people
 * draw: their order keys come before the first one that drawing gets ("a1").
 */
export function projectTimeline({ layout, content, words }: Picture): TLShape[] {
  const { bounds } = layout
  const tints = Object.fromEntries([...content].map(([id, { tint, kind }]) => [id, `${tint} ${kind}`]))
  const axis: AxisShape = {
    ...base(AXIS_ID, 'a0'),
    type: 'rotonde-axis',
    x: bounds.x - AXIS_MARGIN,
    y: bounds.y - AXIS_MARGIN,
    isLocked: true,
    props: { w: bounds.w + 2 * AXIS_MARGIN, h: bounds.h + 2 * AXIS_MARGIN, layout, words, tints },
  }
  const cards = layout.cards.flatMap((card, i): EventCardShape[] => {
    const said = content.get(card.id)
    if (!said) return []
    const props = { w: card.w, h: card.h, eventId: card.id, above: card.place === 'above', content: said }
    const order = `a0${String(i).padStart(5, '0')}V`
    return [
      {
        ...base(cardId(card.id), order),
        type: 'rotonde-event',
        x: card.x,
        y: card.y,
        isLocked: false,
        props,
      },
    ]
  })
  return [axis, ...cards] as TLShape[]
}

/**
 * Makes the store hold exactly these projected shapes. Cards of `dragging` keep the place where the hand holds
 * them.
 */
export function showProjection(
  store: TLStore,
  shapes: readonly TLShape[],
  dragging: ReadonlySet<string>,
): void {
  const wanted = new Set<string>(shapes.map(({ id }) => id))
  const gone = store.allRecords().filter((record) => isTimelineShape(record) && !wanted.has(record.id))
  // The store itself sees what is unchanged and tells nobody.
  const put = shapes.map((shape) => {
    const now = store.get(shape.id)
    const held = dragging.has((shape as unknown as EventCardShape).props.eventId)
    return now && held ? { ...shape, x: now.x, y: now.y, index: now.index } : shape
  })
  store.mergeRemoteChanges(() => {
    store.put(put)
    store.remove(gone.map(({ id }) => id))
  })
}

function isTimelineShape(record: { typeName: string; type?: string }): boolean {
  return record.typeName === 'shape' && record.type?.startsWith('rotonde-') === true
}
