'use client'
import { useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import { useCase } from '@/components/board/session'
import { QUIET } from '@/components/ui/classes'
import type { CaseEvent, CaseTake } from '@/lib/case/schema'

/** What whoever says this is called; whose name is not known is at least of a side: an imported line says no more. */
export function useTakeName(): (author: string, take: CaseTake, event: CaseEvent) => string {
  const t = useTranslations('timeline')
  const { people } = useCase()
  const nameOf = useNameOf()
  return (author, { person, name }, { source }) => {
    const inCase = people.find(({ id }) => id === (person ?? author))?.name.trim()
    if (inCase || name) return inCase || name
    // Keys of files are nobody's: only a principal's is looked up.
    const principal = author.length >= 16 ? nameOf(author) : null
    return principal ?? (source ? t(`source.${source}`) : t('takes.someone'))
  }
}

/** Somebody else's words: name beside text, and the marks that they gave. */
export function TakeView(props: {
  author: string
  take: CaseTake
  event: CaseEvent
  /** They say yes to a change; absent for who may not ask. */
  onYes?: (() => void) | undefined
}) {
  const t = useTranslations('timeline.takes')
  const te = useTranslations('event')
  const { author, take, event, onYes } = props
  const name = useTakeName()(author, take, event)
  return (
    <div className="grid grid-cols-[minmax(72px,1fr)_2.2fr] gap-2 text-m">
      <strong className="[overflow-wrap:anywhere] first-letter:uppercase">{name}</strong>
      <div className="flex flex-col items-start gap-1">
        {take.text && <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">{take.text}</p>}
        {take.now && (
          <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">
            <span className="block text-s text-ink-soft">{te('reactions.nowOf')}</span>
            {take.now}
          </p>
        )}
        {(take.nature ?? take.helpful ?? take.from) && (
          <p className="flex flex-wrap gap-1.5">
            {take.nature && <Mark>{t(`natures.${take.nature}`)}</Mark>}
            {take.helpful && <Mark>{t(`said.${take.helpful}`)}</Mark>}
            {take.from && <Mark>{te(`reactions.froms.${take.from}`)}</Mark>}
          </p>
        )}
        <WrittenBy by={take.writtenBy} />
        {onYes && (
          <button
            type="button"
            className={`-ml-3 text-left whitespace-normal! ${QUIET} text-s!`}
            onClick={onYes}
          >
            {te('words.yes', { name })}
          </button>
        )}
      </div>
    </div>
  )
}

/** Who wrote these words down for whose they are; nothing when they did so themselves. */
export function WrittenBy({ by }: { by: string | null }) {
  const t = useTranslations('event')
  const nameOf = useNameOf()
  if (by === null) return null
  return (
    <p className="mr-auto text-s text-ink-soft">
      {t('reactions.writtenBy', { who: nameOf(by) ?? t('someone') })}
    </p>
  )
}

function Mark({ children }: { children: string }) {
  return <span className="rounded-full bg-unknown-soft px-2.5 py-0.5 text-s text-ink">{children}</span>
}
