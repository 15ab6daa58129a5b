import type { Editor, VecLike } from 'tldraw'

/** What keys and pasted things on the canvas do on the board. */
export interface CanvasCommands {
  deleteSelected: () => void
  undo: () => void
  redo: () => void
  showAll: () => void
  /** Says in words why something was not done. */
  say: (key: 'onlyText' | 'drawingStays' | 'full') => void
  /** Sends pictures and lays them down, in the middle of the view where no place is given. */
  bringPictures: (files: readonly File[], at?: VecLike) => void
}

const commands = new WeakMap<Editor, CanvasCommands>()

/** The canvas library is set up before there is a board around it: this is how its keys find it. */
export const commandsOf = (editor: Editor): CanvasCommands | undefined => commands.get(editor)

export const setCommands = (editor: Editor, given: CanvasCommands): void => void commands.set(editor, given)
