import {
  ArrowBindingUtil,
  ArrowShapeUtil,
  createTLStore,
  DrawShapeUtil,
  FrameShapeUtil,
  GeoShapeUtil,
  HighlightShapeUtil,
  LineShapeUtil,
  NoteShapeUtil,
  TextShapeUtil,
} from 'tldraw'
import type { TLStore } from 'tldraw'
import { LineUtil, PersonUtil } from '@/components/genogram/shapeUtils'
import { FieldUtil, StakeUtil } from '@/components/stakeholders/shapeUtils'
import { AxisUtil, ClusterUtil, EventCardUtil, MomentTool } from '@/components/timeline/shapeUtils'
import { putPages } from './binding/pages'
import { PictureUtil } from './pictureShape'

/**
 * The shapes that a board can hold. What loads from elsewhere (embeds, bookmarks, pictures by address) is not
 * among them: such a record, whoever wrote it, does not fit the store and is not shown.
 */
export const DRAWN_UTILS = [
  ArrowShapeUtil,
  DrawShapeUtil,
  FrameShapeUtil,
  GeoShapeUtil,
  HighlightShapeUtil,
  LineShapeUtil,
  NoteShapeUtil,
  TextShapeUtil,
]

/** Our own shapes, on top of what the canvas library registers itself. */
export const SHAPE_UTILS = [
  AxisUtil,
  ClusterUtil,
  EventCardUtil,
  FieldUtil,
  LineUtil,
  PersonUtil,
  PictureUtil,
  StakeUtil,
]
export const BINDING_UTILS = [ArrowBindingUtil]
export const TOOLS = [MomentTool]

export function createBoardStore(): TLStore {
  const store = createTLStore({ shapeUtils: [...DRAWN_UTILS, ...SHAPE_UTILS], bindingUtils: BINDING_UTILS })
  putPages(store)
  return store
}
