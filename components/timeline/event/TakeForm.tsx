'use client'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { stepBack } from '@/components/board/stepBack'
import { Choice } from '@/components/ui/Choice'
import { FIELD, QUIET } from '@/components/ui/classes'
import { SharedText } from '@/components/ui/SharedText'
import { useToast } from '@/components/ui/Toasts'
import { setTake, withdrawTake } from '@/lib/case/commands/takes'
import type { TakeFields } from '@/lib/case/commands/takes'
import { takeText } from '@/lib/case/doc'
import type { CaseEvent, CaseTake } from '@/lib/case/schema'
import { Helpful, Take } from '@/lib/case/schema'
import { Nature } from '@/lib/case/schemaParts'
import { useLooking } from './looking'
import { useTakeName, WrittenBy } from './TakeView'
import { useNoteScribed } from './useWords'

interface Props {
  event: CaseEvent
  author: string
  take: CaseTake
  /** One's own; else those of somebody who said yes. */
  own: boolean
  takeFocus: boolean
  onDone: () => void
}

/** Words to write: what it was, what it does now, and, when the group asks, what kind of words they are. */
export function TakeForm({ event, author, take, own, takeFocus, onDone }: Props) {
  const t = useTranslations('timeline.takes')
  const te = useTranslations('event.reactions')
  const session = useSession()
  const { doc, actor, me, feed, undo } = session
  const toast = useToast()
  const [looking] = useLooking()
  const ids = { title: useId(), text: useId(), now: useId() }
  const name = useTakeName()(author, take, event)
  const target = { eventId: event.id, author }
  useNoteScribed(event.id, !own, author)
  const set = (fields: TakeFields) => {
    setTake(doc, actor(), { ...target, fields: { ...fields, ...(!own && { writtenBy: me.id }) } })
    feed.flush()
  }
  const withdraw = () => {
    withdrawTake(doc, actor(), target)
    feed.flush()
    onDone()
    const run = stepBack({ undo, feed })
    toast(own ? te('withdrawn') : te('withdrawnOf', { name }), { label: te('undo'), run })
  }
  const text = (field: 'text' | 'now', label: string, placeholder: string) => {
    const shared = takeText(doc, event.id, author, field)
    if (!shared) return null
    return (
      <div>
        <p id={ids[field]} className="mb-1 text-s text-ink-soft">
          {label}
        </p>
        <SharedText
          text={shared}
          record={event.id}
          field={`takes.${author}.${field}`}
          labelledBy={`${ids.title} ${ids[field]}`}
          placeholder={placeholder}
          max={5_000}
          takeFocus={field === 'text' && takeFocus}
          className={`${FIELD} ${field === 'text' ? 'min-h-16' : ''}`}
        />
      </div>
    )
  }
  return (
    <div className="rounded-card border border-line bg-paper p-3">
      <p id={ids.title} className="mb-1 text-m font-bold">
        {own ? t('yours') : te('wordsOf', { name })}
      </p>
      <div className="flex flex-col gap-3">
        {text('text', te('then'), t('placeholder'))}
        {text('now', te('now'), te('nowPlaceholder'))}
        {(looking || take.nature !== null) && (
          <Choice
            small
            label={t('nature')}
            options={Nature.options.map((value) => ({ value, label: t(`natures.${value}`) }))}
            value={take.nature}
            onChange={(nature) => set({ nature })}
          />
        )}
        {(looking || take.helpful !== null) && (
          <Choice
            small
            label={t('helpful')}
            options={Helpful.options.map((value) => ({ value, label: t(`helpfuls.${value}`) }))}
            value={take.helpful}
            onChange={(helpful) => set({ helpful })}
          />
        )}
        {(looking || take.from !== null) && (
          <Choice
            small
            label={te('from')}
            options={FROMS.map((value) => ({ value, label: te(`froms.${value}`) }))}
            value={take.from}
            onChange={(from) => set({ from })}
          />
        )}
      </div>
      <div className="mt-2 -mb-1 flex flex-wrap items-center justify-end gap-1">
        <WrittenBy by={take.writtenBy} />
        {!own && (
          <button type="button" className={QUIET} onClick={onDone}>
            {te('done')}
          </button>
        )}
        <button type="button" className={QUIET} onClick={withdraw}>
          {te('withdraw')}
        </button>
      </div>
    </div>
  )
}

const FROMS = Take.shape.from.unwrap().unwrap().options
