import type { Editor } from 'tldraw'
import { cardId } from '../shapes'
import type { EventCardShape } from '../shapes'

/** Moments that were chosen one by one with the keyboard; a choice by pointer makes an end to it. */
const kept = new WeakMap<Editor, ReadonlySet<string>>()

const isCard = ({ type }: { type: string }) => type === 'rotonde-event'

/** Ids of the moments whose cards are selected. */
export function selectedMoments(editor: Editor): string[] {
  return editor
    .getSelectedShapes()
    .filter((shape) => isCard(shape))
    .map((shape) => (shape as unknown as EventCardShape).props.eventId)
}

/** Whether a choice by keyboard stands: going to another card then selects nothing else. */
export function isChoosing(editor: Editor): boolean {
  const chosen = kept.get(editor)
  const selected = selectedMoments(editor)
  return chosen !== undefined && chosen.size === selected.length && selected.every((id) => chosen.has(id))
}

/** Adds a moment to the choice or takes it out; how many there are then. */
export function toggleChosen(editor: Editor, eventId: string): number {
  const chosen = new Set(isChoosing(editor) ? kept.get(editor) : [])
  if (!chosen.delete(eventId)) chosen.add(eventId)
  kept.set(editor, chosen)
  editor.setSelectedShapes([...chosen].map(cardId).filter((id) => editor.getShape(id)))
  return chosen.size
}

/** Everything is let go of. */
export function chooseNothing(editor: Editor): void {
  kept.delete(editor)
  editor.selectNone()
}

/** All moments that are shown; a choice that goes on by keyboard. */
export function chooseAll(editor: Editor): void {
  const cards = editor.getCurrentPageShapes().filter(isCard) as unknown as EventCardShape[]
  kept.set(editor, new Set(cards.map(({ props }) => props.eventId)))
  editor.setSelectedShapes(cards.map(({ id }) => id))
}
