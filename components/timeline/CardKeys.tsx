'use client'
import { memo, startTransition, useEffect, useMemo, useRef, useState } from 'react'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { today, useSession } from '@/components/board/session'
import { moveTo, viewOf } from '@/components/canvas/camera'
import { focusKey, useFocusKept } from '@/components/canvas/useFocusKept'
import { useLatest } from '@/components/ui/useLatest'
import { sortedEvents } from '@/lib/case/queries'
import { viewToShow } from '@/lib/timeline/view'
import { hostOf } from './host'
import { stepDate, stepSide, stepToAsk } from './moments'
import { isChoosing, selectedMoments, toggleChosen } from './select/kept'
import { cardId } from './shapes'
import type { Timeline } from './useTimeline'

interface Props {
  editor: Editor
  timeline: Timeline
  onDelete: (ids: string[]) => void
}

/**
 * The cards for keyboard and screen reader: a list of buttons in order of date that stands beside the canvas
 * and is not seen; the card whose button has the focus is selected and brought into view.
 */
export function CardKeys({ editor, timeline, onDelete }: Props) {
  const session = useSession()
  const focus = useFocus()
  const t = useTranslations('timeline')
  const tw = useTranslations('work.many')
  const [said, say] = useState('')
  const events = useMemo(() => sortedEvents(timeline.caseData.events, today()), [timeline.caseData])
  const sideName = (id: string) => timeline.lanes.find((lane) => lane.id === id)?.name ?? ''
  const chosen = useValue('chosen', () => many(editor), [editor]).split(' ')
  const list = useRef<HTMLOListElement>(null)
  useFocusKept(
    'moment',
    list,
    events.map(({ id }) => id),
  )

  // Hundreds of buttons are made between other work: who points and looks does not wait for them.
  const [listed, setListed] = useState(false)
  useEffect(() => startTransition(() => setListed(true)), [])

  const onKeyDown = (id: string, event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = (direction: -1 | 1) => {
      const asking = stepToAsk(id, direction, timeline)
      if (asking) hostOf(editor)?.dropped([asking])
      else stepDate(session, id, direction, timeline)
    }
    const steps: Record<string, () => void> = {
      ArrowLeft: () => step(-1),
      ArrowRight: () => step(1),
      ArrowUp: () => stepSide(session, id, 'up', timeline),
      ArrowDown: () => stepSide(session, id, 'down', timeline),
      Delete: () => onDelete(isChoosing(editor) ? selectedMoments(editor) : [id]),
      Backspace: () => onDelete(isChoosing(editor) ? selectedMoments(editor) : [id]),
      // Chooses this moment beside others; in a list for screen readers that is what Space does.
      ' ': () => say(tw('chosen', { count: toggleChosen(editor, id) })),
      b: () => document.querySelector<HTMLElement>('[data-many] button')?.focus(),
    }
    const run = session.canWrite ? steps[event.key] : undefined
    if (!run) return
    event.preventDefault()
    // The canvas library has keys of its own, and by then another card may be selected.
    event.stopPropagation()
    run()
    const moved = session.feed.get().events.find((one) => one.id === id)
    if (moved && event.key.startsWith('Arrow')) {
      const date = moved.originalText || t('undated')
      say(t('moved', { title: moved.title || t('untitled'), date, side: sideName(moved.side) }))
    }
  }

  const latest = useLatest(onKeyDown)
  const hands = useMemo<Hands>(
    () => ({
      onFocus: (id) => showCard(editor, id),
      onKeyDown: (id, event) => latest.current(id, event),
      onClick: (id) => focus.open(id),
    }),
    [editor, focus, latest],
  )

  return (
    <div className="sr-only">
      <p id="card-keys">{t('cardKeys')}</p>
      <div role="status">{said}</div>
      <ol ref={list} aria-label={t('moments')}>
        {(listed ? events : []).map(({ id, title, kind, side }) => (
          <CardKey
            key={id}
            id={id}
            chosen={chosen.includes(id)}
            hands={hands}
            title={title}
            kind={timeline.content.get(id)?.kindText ?? t(`kind.${kind}`)}
            date={timeline.content.get(id)?.dateText ?? null}
            side={sideName(side)}
          />
        ))}
      </ol>
    </div>
  )
}

interface Hands {
  onFocus: (id: string) => void
  onKeyDown: (id: string, event: React.KeyboardEvent) => void
  onClick: (id: string) => void
}

interface CardKeyProps {
  id: string
  chosen: boolean
  title: string
  kind: string
  /** null: not known. */
  date: string | null
  side: string
  hands: Hands
}

/** The button of one card. */
const CardKey = memo(function CardKey({ id, chosen, title, kind, date, side, hands }: CardKeyProps) {
  const t = useTranslations('timeline')
  return (
    <li>
      <button
        type="button"
        aria-describedby="card-keys"
        aria-pressed={chosen}
        data-moment={id}
        onFocus={() => hands.onFocus(id)}
        onKeyDown={(event) => hands.onKeyDown(id, event)}
        onClick={() => hands.onClick(id)}
      >
        {t('card', { title: title || t('untitled'), kind, date: date ?? t('undated'), side })}
      </button>
    </li>
  )
})

/** Ids of the moments that are chosen together; one alone is no choice. */
function many(editor: Editor): string {
  const ids = selectedMoments(editor)
  return ids.length > 1 || isChoosing(editor) ? ids.join(' ') : ''
}

/** Selects a card and brings it into view, as little as is needed. */
export function showCard(editor: Editor, eventId: string): void {
  const shape = cardId(eventId)
  if (!editor.getShape(shape)) return
  if (!isChoosing(editor)) editor.select(shape)
  const card = editor.getShapePageBounds(shape)
  if (card) moveTo(editor, viewToShow(viewOf(editor), card))
}

/** Puts the keyboard on a moment's button. */
export const focusMoment = (eventId: string): void => focusKey('moment', eventId)
