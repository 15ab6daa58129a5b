import type { TLRecord } from 'tldraw'

/** A drawn shape as the canvas library makes one. */
export const base = (id: string, type: string, props: object) =>
  ({
    id,
    typeName: 'shape',
    type,
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: 'page:free',
    isLocked: false,
    opacity: 1,
    meta: {},
    props,
  }) as never as TLRecord
export const geo = (id: string) =>
  base(id, 'geo', {
    geo: 'rectangle',
    dash: 'draw',
    url: '',
    w: 100,
    h: 100,
    growY: 0,
    scale: 1,
    labelColor: 'black',
    color: 'black',
    fill: 'none',
    size: 'm',
    font: 'draw',
    align: 'middle',
    verticalAlign: 'middle',
    richText: { type: 'doc', content: [{ type: 'paragraph' }] },
  })
export const ink = (id: string, isComplete = true) =>
  base(id, 'draw', {
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    segments: [{ type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }],
    isComplete,
    isClosed: false,
    isPen: false,
    scale: 1,
  })
export const arrow = (id: string) =>
  base(id, 'arrow', {
    kind: 'arc',
    elbowMidPoint: 0.5,
    dash: 'draw',
    size: 'm',
    fill: 'none',
    color: 'black',
    labelColor: 'black',
    bend: 0,
    start: { x: 0, y: 0 },
    end: { x: 2, y: 0 },
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    text: '',
    labelPosition: 0.5,
    font: 'draw',
    scale: 1,
  })
export const bind = (id: string, fromId: string, toId: string) =>
  ({
    id,
    typeName: 'binding',
    type: 'arrow',
    fromId,
    toId,
    meta: {},
    props: {
      terminal: 'end',
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isExact: false,
      isPrecise: false,
      snap: 'none',
    },
  }) as never as TLRecord
export const projected = (id: string) =>
  ({ ...(geo(id) as object), parentId: 'page:timeline', meta: { projected: true } }) as never as TLRecord
