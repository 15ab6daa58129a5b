import type { Editor } from 'tldraw'

/** A card that was let go of, in page units. */
export interface Drop {
  eventId: string
  /** How far it went along the axis. */
  dx: number
  /** Its top left corner now. */
  x: number
  y: number
}

/** What the shapes of the timeline need of the board around them. */
export interface TimelineHost {
  readonly dropped: (drops: readonly Drop[]) => void
  readonly open: (eventId: string, write: boolean) => void
  /** Comes nearer to the moments that are counted in a cluster; `still`: at once, without a movement. */
  readonly openCluster: (clusterId: string, how: { still: boolean }) => void
  /** A new moment where somebody points. */
  readonly addAt: (point: { x: number; y: number }) => void
  readonly emptyTitle: string
}

const hosts = new WeakMap<Editor, TimelineHost>()

/** Shape utils are made by the canvas library and know the editor only: this is how they reach the board. */
export const hostOf = (editor: Editor): TimelineHost | undefined => hosts.get(editor)

/** Connects an editor to a board; returns the stop. */
export function setHost(editor: Editor, host: TimelineHost): () => void {
  hosts.set(editor, host)
  return () => void hosts.delete(editor)
}
