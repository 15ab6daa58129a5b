'use client'
import { useEffect, useRef, useState } from 'react'
import type { Editor } from 'tldraw'
import { moveTo, viewOf } from '@/components/canvas/camera'
import { useFocusKept } from '@/components/canvas/useFocusKept'
import type { StakeAttributes, StakeForm } from '@/lib/stakeholders/types'
import { viewToShow } from '@/lib/timeline/view'
import { stakeId } from './shapes'
import { ARROWS, stepped } from './steps'
import { useStakeWords, useStepWords } from './stakeWords'
import type { CaseStake, InField } from './useInField'

interface Props {
  editor: Editor
  form: StakeForm
  stakes: readonly InField[]
  /** What the list is, and what the keys do. */
  words: { inField: string; keys: string }
  /** What keys change; null for who may only read. */
  change: {
    onChange: (stake: string, change: Partial<StakeAttributes>) => void
    onTakeOut: (stake: string) => void
  } | null
  onChoose: (stake: string) => void
}

/**
 * Who is in the field, for keyboard and screen reader: a list of buttons that stands beside the canvas and is not seen.
 * Who has the focus is selected and brought into view; arrows change what the form shows, which is said aloud.
 */
export function StakeKeys({ editor, form, stakes, words, change, onChoose }: Props) {
  const stakeWords = useStakeWords()
  const stepWords = useStepWords()
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  useFocusKept(
    'stake',
    list,
    stakes.map(({ stake }) => stake.id),
  )

  // Where the keys have moved somebody to, the eyes follow.
  useEffect(() => {
    const id = document.activeElement?.getAttribute('data-stake')
    const focused = stakes.find(({ stake }) => stake.id === id)
    if (focused && !editor.inputs.isPointing) showStake(editor, focused.stake)
  }, [editor, stakes])

  const onKeyDown = (stake: CaseStake, name: string) => (event: React.KeyboardEvent) => {
    if (!change || event.ctrlKey || event.metaKey || event.altKey) return
    const isBin = event.key === 'Delete' || event.key === 'Backspace'
    const arrow = ARROWS[form][event.key]
    if (!isBin && !arrow) return
    event.preventDefault()
    event.stopPropagation()
    if (isBin) return change.onTakeOut(stake.id)
    if (!arrow) return
    const { attribute, by } = arrow
    const value = stepped(attribute, stake[attribute], by)
    change.onChange(stake.id, { [attribute]: value })
    setSaid(`${name}: ${stepWords(attribute, value)}`)
  }

  return (
    <div className="sr-only">
      <p id="stake-keys">{words.keys}</p>
      <ol ref={list} aria-label={words.inField}>
        {stakes.map(({ stake, subject }) => (
          <li key={stake.id}>
            <button
              type="button"
              {...(change && { 'aria-describedby': 'stake-keys' })}
              data-stake={stake.id}
              onFocus={() => showStake(editor, stake)}
              onKeyDown={onKeyDown(stake, subject.name)}
              onClick={() => onChoose(stake.id)}
            >
              {`${subject.name}, ${stakeWords(stake)}`}
            </button>
          </li>
        ))}
      </ol>
      <p role="status">{said}</p>
    </div>
  )
}

/** Selects these in the field; who is alone is brought into view too. */
export function showStakes(editor: Editor, stakes: readonly Pick<CaseStake, 'id' | 'subject'>[]): void {
  const [only, ...more] = stakes
  if (only && more.length === 0) return showStake(editor, only)
  const shapes = stakes.flatMap((stake) => shapeOf(editor, stake) ?? [])
  if (shapes.length > 0) editor.select(...shapes)
}

/** Selects somebody in the field and brings them into view, as little as is needed. */
function showStake(editor: Editor, stake: Pick<CaseStake, 'id' | 'subject'>): void {
  const shape = shapeOf(editor, stake)
  if (!shape) return
  if (editor.getOnlySelectedShapeId() !== shape) editor.select(shape)
  const box = editor.getShapePageBounds(shape)
  if (box) moveTo(editor, viewToShow(viewOf(editor), box))
}

/** Who stands in the middle of the rings has no other place in them. */
const shapeOf = (editor: Editor, { id, subject }: Pick<CaseStake, 'id' | 'subject'>) =>
  [stakeId(id), stakeId(subject)].find((one) => editor.getShape(one))
