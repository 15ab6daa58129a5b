'use client'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { useSession } from '@/components/board/session'
import { FIELD, LABEL } from '@/components/ui/classes'
import { SharedText } from '@/components/ui/SharedText'
import { textOf } from '@/lib/case/doc'
import type { CaseEvent } from '@/lib/case/schema'
import type { Words } from './useWords'
import { WordsLine } from './WordsLine'

interface Props {
  event: CaseEvent
  words: Words
  /** What is asked; a gap and a dream ask something of their own. */
  label: string
  placeholder: string
  onBeside: () => void
}

/** The words of a moment in a few words: a field, or the words of somebody else as they said them. */
export function TitleField({ event, words, label, placeholder, onBeside }: Props) {
  const t = useTranslations('timeline')
  const { doc } = useSession()
  const focus = useFocus()
  const id = useId()
  const title = textOf(doc, 'events', event.id, 'title')
  return (
    <div>
      <h2 id={id} className={LABEL}>
        {label}
      </h2>
      {words.open && title && (
        <div className="mt-1">
          <SharedText
            single
            text={title}
            record={event.id}
            field="title"
            labelledBy={id}
            placeholder={placeholder}
            max={300}
            takeFocus={focus.write || words.scribing}
            className={`${FIELD} text-l! font-bold`}
          />
        </div>
      )}
      {!words.open && (
        <p className="mt-1 text-l font-bold [overflow-wrap:anywhere]">{event.title || t('untitled')}</p>
      )}
      <WordsLine event={event} words={words} onBeside={onBeside} />
    </div>
  )
}
