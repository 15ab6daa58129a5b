'use client'
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import * as Y from 'yjs'
import { useOthers } from '@/components/board/presence'
import { useSession } from '@/components/board/session'
import { applyTextDiff } from '@/lib/case/diffText'
import { Carets } from './Carets'
import { changeBetween, movedBy } from './textChange'
import type { Delta } from './textChange'

interface Props {
  text: Y.Text
  /** Which text this is, for the carets of others: id of the record, name of the field. */
  record: string
  field: string
  labelledBy: string
  placeholder?: string
  max: number
  /** One line: Enter does not break it. */
  single?: boolean
  readOnly?: boolean
  className: string
  /** Takes the caret when it appears. */
  takeFocus?: boolean
}

/** The caret as positions that move along with the text. */
interface Caret {
  anchor: Y.RelativePosition
  head: Y.RelativePosition
}

/**
 * A text field that several people type in at once. What is typed goes into the shared text as a difference;
 * what others type appears around the caret, which stays between the same letters. While characters are being
 * composed (IME, dead keys) the field is left alone. The browser's own undo is replaced by the session's.
 */
export function SharedText(props: Props) {
  const { text, record, field, max, single = false, readOnly = false, takeFocus = false } = props
  const { doc, typing, undo, awareness } = useSession()
  const element = useRef<HTMLTextAreaElement>(null)
  const caret = useRef<Caret | null>(null)
  /** While characters are composed: the text that they are typed in, and what others did since. */
  const composing = useRef<{ base: string; deltas: Delta[] } | null>(null)
  const value = useSyncExternalStore(
    useCallback(
      (listener) => {
        text.observe(listener)
        return () => text.unobserve(listener)
      },
      [text],
    ),
    () => text.toJSON(),
    () => text.toJSON(),
  )

  const keepCaret = useCallback(() => {
    const input = element.current
    if (!input || document.activeElement !== input) return
    const [from, to] = [input.selectionStart, input.selectionEnd]
    const position = (index: number) => Y.createRelativePositionFromTypeIndex(text, index, -1)
    caret.current = { anchor: position(from), head: position(to) }
    awareness.setLocalStateField('editing', {
      record,
      field,
      anchor: Y.relativePositionToJSON(caret.current.anchor) as unknown,
      head: Y.relativePositionToJSON(caret.current.head) as unknown,
    })
  }, [text, record, field, awareness])

  const showText = useCallback(() => {
    const input = element.current
    const next = text.toJSON()
    if (!input || input.value === next) return
    input.value = next
    if (document.activeElement !== input || !caret.current || !text.doc) return
    const index = (position: Y.RelativePosition) =>
      Y.createAbsolutePositionFromRelativePosition(position, text.doc as Y.Doc)?.index ?? next.length
    input.setSelectionRange(index(caret.current.anchor), index(caret.current.head))
  }, [text])

  useEffect(() => {
    showText()
    const onChange = (event: Y.YTextEvent) => {
      if (composing.current) composing.current.deltas.push(event.delta)
      else showText()
    }
    text.observe(onChange)
    return () => text.unobserve(onChange)
  }, [text, showText])

  useEffect(() => {
    if (takeFocus) element.current?.focus()
  }, [takeFocus])

  // A field that goes away while the caret is in it must not leave a caret behind for the others.
  useEffect(() => () => awareness.setLocalStateField('editing', null), [awareness])

  const write = () => {
    const input = element.current
    if (!input || composing.current) return
    const next = single ? input.value.replace(/\s*\n\s*/g, ' ') : input.value
    doc.transact(() => applyTextDiff(text, next), typing)
    showText()
    keepCaret()
  }

  const endComposing = () => {
    const input = element.current
    const held = composing.current
    composing.current = null
    if (!input || !held) return
    const change = changeBetween(held.base, input.value)
    if (change) {
      const moved = (position: number) => held.deltas.reduce(movedBy, position)
      const at = moved(change.at)
      const end = moved(change.at + change.removed)
      doc.transact(() => {
        if (end > at) text.delete(at, end - at)
        if (change.inserted) text.insert(at, change.inserted)
      }, typing)
      caret.current = null
      input.value = text.toJSON()
      input.setSelectionRange(at + change.inserted.length, at + change.inserted.length)
    }
    showText()
    keepCaret()
  }

  const history = (what: 'undo' | 'redo') => {
    if (what === 'undo') undo.undo()
    else undo.redo()
  }

  useEffect(() => {
    const input = element.current
    if (!input) return
    // React has no event for this: the browser's menu and shake-to-undo come in here.
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
      event.preventDefault()
      if (event.inputType === 'historyUndo') undo.undo()
      else undo.redo()
    }
    input.addEventListener('beforeinput', onBeforeInput)
    return () => input.removeEventListener('beforeinput', onBeforeInput)
  }, [undo])

  const others = useOthers().filter(({ editing }) => editing?.record === record && editing.field === field)

  return (
    <div className="relative">
      <textarea
        ref={element}
        rows={1}
        defaultValue={value}
        maxLength={max}
        readOnly={readOnly}
        aria-labelledby={props.labelledBy}
        placeholder={props.placeholder}
        className={`block field-sizing-content resize-none ${props.className}`}
        onInput={write}
        onSelect={keepCaret}
        onFocus={keepCaret}
        onBlur={() => {
          caret.current = null
          awareness.setLocalStateField('editing', null)
        }}
        onCompositionStart={() => (composing.current = { base: text.toJSON(), deltas: [] })}
        onCompositionEnd={endComposing}
        onKeyDown={(event) => {
          if (single && event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
          if (!(event.ctrlKey || event.metaKey) || event.altKey) return
          const key = event.key.toLowerCase()
          if (key !== 'z' && key !== 'y') return
          event.preventDefault()
          event.stopPropagation()
          history(key === 'y' || event.shiftKey ? 'redo' : 'undo')
        }}
      />
      {others.length > 0 && <Carets text={text} value={value} others={others} className={props.className} />}
    </div>
  )
}
