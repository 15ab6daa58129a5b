import type { Editor } from 'tldraw'

/** Where somebody was put: the middle of the symbol, in page units. */
export interface Put {
  id: string
  x: number
  y: number
}

/** What the shapes of the geno-sociogram need of the board around them. */
export interface GenogramHost {
  /** People were let go of, in one gesture. */
  readonly put: (puts: readonly Put[]) => void
  /** Somebody was clicked. */
  readonly choose: (id: string) => void
  /** A relation's line was clicked. */
  readonly chooseBond: (id: string) => void
}

const hosts = new WeakMap<Editor, GenogramHost>()

/** Shape utils are made by the canvas library and know the editor only: this is how they reach the board. */
export const genogramHostOf = (editor: Editor): GenogramHost | undefined => hosts.get(editor)

/** Connects an editor to a board; returns the stop. */
export function setGenogramHost(editor: Editor, host: GenogramHost): () => void {
  hosts.set(editor, host)
  return () => {
    if (hosts.get(editor) === host) hosts.delete(editor)
  }
}
