'use client'
import { useMemo, useRef } from 'react'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { moveTo, viewOf } from '@/components/canvas/camera'
import { focusKey, useFocusKept } from '@/components/canvas/useFocusKept'
import { nearestTowards } from '@/lib/genogram/nearestTowards'
import type { Towards } from '@/lib/genogram/nearestTowards'
import { viewToShow } from '@/lib/timeline/view'
import { stepPerson } from './hands'
import { ADD_KEYS, BOND_KEY } from './making'
import type { KinKind } from './make/AddKin'
import { usePersonWords } from './personWords'
import { pieceId } from './shapes'
import type { GenogramNow } from './useGenogram'

const ARROWS: Readonly<Record<string, Towards>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
interface Props {
  editor: Editor
  now: GenogramNow
  onChoose: (id: string) => void
  onAdd: (of: string, as: KinKind) => void
  onBond: (from: string) => void
  onBin: (ids: readonly string[]) => void
}

/**
 * The people for keyboard and screen reader: a list of buttons that stands beside the canvas and is not seen. Who has
 * the focus is selected and brought into view; arrows go to the nearest in that direction.
 */
export function PersonKeys({ editor, now, onChoose, onAdd, onBond, onBin }: Props) {
  const session = useSession()
  const t = useTranslations('genogram.canvas')
  const wordsOf = usePersonWords(now.genogram)
  const list = useRef<HTMLOListElement>(null)
  const people = useMemo(
    () => [...now.picture.layout.people].sort((a, b) => a.y - b.y || a.x - b.x),
    [now.picture.layout],
  )
  useFocusKept(
    'person',
    list,
    people.map(({ id }) => id),
  )

  const onKeyDown = (id: string) => (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return
    const run = event.altKey ? moves(id, event.key) : (steps(id, event.key) ?? changes(id, event.key))
    if (!run) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }
  const steps = (id: string, key: string) => {
    const towards = ARROWS[key]
    return towards && (() => focusKey('person', nearestTowards(people, id, towards) ?? id))
  }
  const moves = (id: string, key: string) => {
    const towards = ARROWS[key]
    const person = people.find((one) => one.id === id)
    if (!towards || !person || !session.canWrite) return undefined
    return () => stepPerson(session, person, towards)
  }
  const changes = (id: string, key: string) => {
    if (!session.canWrite) return undefined
    if (key === 'Delete' || key === 'Backspace') return () => onBin([id])
    if (key.toLowerCase() === BOND_KEY) return () => onBond(id)
    const as = ADD_KEYS[key.toLowerCase()]
    return as && (() => onAdd(id, as))
  }

  return (
    <div className="sr-only">
      <p id="person-keys">{t('personKeys')}</p>
      <ol ref={list} aria-label={t('people')}>
        {people.map(({ id }) => (
          <li key={id}>
            <button
              type="button"
              aria-describedby="person-keys"
              data-person={id}
              onFocus={() => showPerson(editor, id)}
              onKeyDown={onKeyDown(id)}
              onClick={() => onChoose(id)}
            >
              {wordsOf(id)}
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Selects these people and organisations; who is alone is brought into view too. */
export function showPeople(editor: Editor, ids: readonly string[]): void {
  const [only, ...more] = ids
  if (only !== undefined && more.length === 0) return showPerson(editor, only)
  const shapes = ids.map((id) => pieceId('person', id)).filter((id) => editor.getShape(id))
  if (shapes.length > 0) editor.select(...shapes)
}

/** Selects a person and brings them into view, as little as is needed. */
export function showPerson(editor: Editor, id: string): void {
  const shape = pieceId('person', id)
  if (!editor.getShape(shape)) return
  editor.select(shape)
  const box = editor.getShapePageBounds(shape)
  if (box) moveTo(editor, viewToShow(viewOf(editor), box))
}
