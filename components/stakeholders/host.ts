import type { Editor } from 'tldraw'

/** Where somebody was put: the middle of the symbol, in page units. `id`: of the stake. */
export interface Put {
  id: string
  x: number
  y: number
}

/** What the shapes of the field need of the board around them. */
interface FieldHost {
  /** They were let go of, in one gesture. */
  readonly put: (puts: readonly Put[]) => void
  /** Somebody was clicked. */
  readonly choose: (id: string) => void
}

const hosts = new WeakMap<Editor, FieldHost>()

/** Shape utils are made by the canvas library and know the editor only: this is how they reach the board. */
export const fieldHostOf = (editor: Editor): FieldHost | undefined => hosts.get(editor)

/** Connects an editor to a board; returns the stop. */
export function setFieldHost(editor: Editor, host: FieldHost): () => void {
  hosts.set(editor, host)
  return () => {
    if (hosts.get(editor) === host) hosts.delete(editor)
  }
}
