import type { Editor } from 'tldraw'
import { firstView } from '@/lib/timeline/view'
import type { Box } from '@/lib/timeline/view'
import type { TimelineLayout } from '@/lib/timeline/types'
import { STAKEHOLDERS_PAGE } from './binding/pageIds'

/** Room that tools and bar take from the canvas. Pixels. */
const RAIL = 100
const BAR = 64
const EDGE = 16
/** The tools to work with stand along the upper edge; the stakeholder map has a strip there at times. Pixels. */
const TOP = 62
/** A way to something else on the canvas is shown as a way, not as a jump. Milliseconds. */
const MOVE_MS = 220
/** Pixels. */
const ROUNDED = 0.01

/** As far out as a story of 2,000 moments goes. */
const FARTHEST = 0.02
export const CAMERA = { zoomSteps: [FARTHEST, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8] }

/** What the canvas is moved by before it is made larger, and how large. */
interface Camera {
  x: number
  y: number
  z: number
}

/** The size of the canvas as one word, so that the same size is the same. */
export function sizeOf(editor: Editor): string {
  const { w, h } = editor.getViewportScreenBounds()
  return `${w} ${h}`
}

/** The part of the canvas that no tools and no sheet stand on, in its own pixels. */
export function frame(editor: Editor): Box {
  const { x, y, w, h } = editor.getViewportScreenBounds()
  const sheet = document.querySelector('.rt-panel')?.getBoundingClientRect()
  // A sheet lies over the canvas at its right or at its foot; a panel beside it takes nothing from it.
  const isOver = sheet && sheet.left < x + w && sheet.top < y + h
  const atFoot = isOver && sheet.width > w / 2
  const right = isOver && !atFoot ? x + w - sheet.left : 0
  const foot = atFoot ? y + h - sheet.top : BAR
  const strip = document.querySelector('.rt-strip')?.getBoundingClientRect()
  const edge = strip ? strip.bottom - y + EDGE : EDGE
  const top = editor.getCurrentPageId() === STAKEHOLDERS_PAGE ? edge : TOP
  return roomIn({ w: w - right, h: h - foot + BAR }, top)
}

/** The part of a canvas of so many pixels that no tools stand on. `top`: what they take along the upper edge. */
function roomIn({ w, h }: { w: number; h: number }, top = TOP): Box {
  return { x: RAIL, y: top, w: Math.max(50, w - RAIL - EDGE), h: Math.max(50, h - BAR - top) }
}

/** What stands on that part now, in page units. */
export function viewOf(editor: Editor): Box {
  const room = frame(editor)
  const { x, y, z } = editor.getCamera()
  return { x: room.x / z - x, y: room.y / z - y, w: room.w / z, h: room.h / z }
}

/** Moves the camera until `view` stands there, as near as now. */
export function moveTo(editor: Editor, view: Box): void {
  const camera = cameraOf(editor, view)
  const { x, y, z } = editor.getCamera()
  // What is rounded on the way there and back is no movement: nobody has looked elsewhere.
  if (Math.hypot(camera.x - x, camera.y - y) * z > ROUNDED) editor.setCamera(camera)
}

/** The same as a movement that eyes can follow; people who want no motion see none. */
export function glideTo(editor: Editor, view: Box): void {
  editor.setCamera(cameraOf(editor, view), { animation: { duration: MOVE_MS } })
}

/** Comes nearer to a part of the page, or goes further from it, as a movement that eyes can follow or at once. */
export function zoomTo(editor: Editor, viewFor: (room: Box) => Box & { zoom: number }, still: boolean): void {
  const room = frame(editor)
  const { x, y, zoom } = viewFor(room)
  const camera = { x: room.x / zoom - x, y: room.y / zoom - y, z: zoom }
  editor.setCamera(camera, still ? {} : { animation: { duration: MOVE_MS } })
}

function cameraOf(editor: Editor, view: Box): Camera {
  const room = frame(editor)
  const { z } = editor.getCamera()
  return { x: room.x / z - view.x, y: room.y / z - view.y, z }
}

/** Everything in view, beside the tools and above the bar; never closer than 100 %. */
export function showAll(editor: Editor): void {
  const room = frame(editor)
  const bounds = editor.getCurrentPageBounds() ?? { x: 0, y: 0, w: 0, h: 0 }
  const zoom = bounds.w && bounds.h ? Math.min(1, room.w / bounds.w, room.h / bounds.h) : 1
  const z = Math.max(FARTHEST, zoom)
  const x = bounds.x + bounds.w / 2
  const y = bounds.y + bounds.h / 2
  editor.setCamera({ x: (room.x + room.w / 2) / z - x, y: (room.y + room.h / 2) / z - y, z })
}

/** Further out the names of a family cannot be read. */
const NAMES_READ = 0.3
/** As near as a family is then seen at first. */
const FAMILY_ZOOM = 0.6

/** The first sight of a family: everybody, or where names could not be read then, those around one of them. */
export function showFamily(editor: Editor, middle: { x: number; y: number }): void {
  showAll(editor)
  if (editor.getZoomLevel() >= NAMES_READ) return
  const { x, y, w, h } = frame(editor)
  const z = FAMILY_ZOOM
  editor.setCamera({ x: (x + w / 2) / z - middle.x, y: (y + h / 2) / z - middle.y, z })
}

/** The first sight of a timeline. */
export function showTimeline(editor: Editor, layout: TimelineLayout): void {
  editor.setCamera(cameraIn(frame(editor), layout))
}

/** Where the camera stands at the first sight of a timeline in a canvas of so many pixels. */
export function firstCamera(layout: TimelineLayout, size: { w: number; h: number }): Camera {
  return cameraIn(roomIn(size), layout)
}

function cameraIn(room: Box, layout: TimelineLayout): Camera {
  const { x, y, zoom } = firstView(layout, room)
  return { x: room.x / zoom - x, y: room.y / zoom - y, z: zoom }
}
