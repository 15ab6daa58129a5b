'use client'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { Choice } from '@/components/ui/Choice'
import { BUTTON, FIELD } from '@/components/ui/classes'
import { SharedText } from '@/components/ui/SharedText'
import { setTake } from '@/lib/case/commands/takes'
import { takeText } from '@/lib/case/doc'
import type { CaseEvent } from '@/lib/case/schema'
import { Helpful, Nature } from '@/lib/case/schema'

type Take = CaseEvent['takes'][string]

/** What the moment was for each person: everybody's own words, side by side; only one's own can be changed. */
export function Takes({ event }: { event: CaseEvent }) {
  const t = useTranslations('timeline.takes')
  const { doc, actor, me, canWrite } = useSession()
  const own = event.takes[me.id]
  const others = Object.entries(event.takes)
    .filter(([author]) => author !== me.id)
    .sort(([, a], [, b]) => a.at - b.at)
  const add = () => {
    setTake(doc, actor(), { eventId: event.id, author: me.id, fields: { text: '', name: me.name } })
  }
  return (
    <section aria-label={t('label')}>
      <h3 className="text-m font-bold">{t('label')}</h3>
      {others.length > 0 && (
        <ul className="mt-2 flex flex-col gap-3">
          {others.map(([author, take]) => (
            <OtherTake key={author} take={take} source={event.source} />
          ))}
        </ul>
      )}
      {own && <OwnTake event={event} take={own} />}
      {!own && canWrite && (
        <button type="button" className={`mt-3 w-full ${BUTTON}`} onClick={add}>
          {t('add')}
        </button>
      )}
    </section>
  )
}

/** Whose name is not known is at least of a side: an imported line says no more. */
function OtherTake({ take, source }: { take: Take; source: CaseEvent['source'] }) {
  const t = useTranslations('timeline.takes')
  const ts = useTranslations('timeline.source')
  return (
    <li className="grid grid-cols-[minmax(72px,1fr)_2.2fr] gap-2 text-m">
      <strong className="[overflow-wrap:anywhere]">
        {take.name || (source ? ts(source) : t('someone'))}
      </strong>
      <div>
        {take.text && <p className="whitespace-pre-wrap">{take.text}</p>}
        <p className="mt-0.5 flex flex-wrap gap-1.5">
          {take.nature && <Mark>{t(`natures.${take.nature}`)}</Mark>}
          {take.helpful && <Mark>{t(`said.${take.helpful}`)}</Mark>}
        </p>
      </div>
    </li>
  )
}

function Mark({ children }: { children: string }) {
  return <span className="rounded-full bg-unknown-soft px-2.5 py-0.5 text-s text-ink">{children}</span>
}

function OwnTake({ event, take }: { event: CaseEvent; take: Take }) {
  const t = useTranslations('timeline.takes')
  const { doc, actor, me, canWrite, feed } = useSession()
  const id = useId()
  const text = takeText(doc, event.id, me.id)
  const set = (fields: { nature?: Take['nature']; helpful?: Take['helpful'] }) => {
    setTake(doc, actor(), { eventId: event.id, author: me.id, fields })
    feed.flush()
  }
  return (
    <div className="mt-3 rounded-card border border-line bg-paper p-3">
      <p id={id} className="mb-1 text-m font-bold">
        {t('yours')}
      </p>
      {text && (
        <SharedText
          text={text}
          record={event.id}
          field={`takes.${me.id}.text`}
          labelledBy={id}
          placeholder={t('placeholder')}
          max={5_000}
          readOnly={!canWrite}
          className={`${FIELD} min-h-16`}
        />
      )}
      <div className="mt-3 flex flex-col gap-3">
        <Choice
          small
          label={t('nature')}
          options={Nature.options.map((value) => ({ value, label: t(`natures.${value}`) }))}
          value={take.nature}
          disabled={!canWrite}
          onChange={(nature) => set({ nature })}
        />
        <Choice
          small
          label={t('helpful')}
          options={Helpful.options.map((value) => ({ value, label: t(`helpfuls.${value}`) }))}
          value={take.helpful}
          disabled={!canWrite}
          onChange={(helpful) => set({ helpful })}
        />
      </div>
    </div>
  )
}
