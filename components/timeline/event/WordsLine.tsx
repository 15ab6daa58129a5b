'use client'
import { useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import { useSession } from '@/components/board/session'
import { BUTTON } from '@/components/ui/classes'
import type { CaseEvent } from '@/lib/case/schema'
import { useSayWhen } from './useSayWhen'
import type { Words } from './useWords'

/** Whose words these are, and what one can do with them; nothing for the words of the table and one's own. */
export function WordsLine(props: {
  event: CaseEvent
  words: Words
  /** Puts one's own words beside them. */
  onBeside: () => void
}) {
  const t = useTranslations('event.words')
  const { event, words, onBeside } = props
  const { canWrite } = useSession()
  const name = words.teller
  if (words.may === 'own' || name === '') return <Scribed event={event} name={name} />
  return (
    <div className="mt-2 flex flex-col gap-2">
      <p role="status" className="text-m text-ink-soft">
        {words.scribing ? t('writing', { name }) : t('are', { name })}
      </p>
      {canWrite && !words.scribing && (
        <div className="flex flex-wrap gap-2">
          <button type="button" className={BUTTON} onClick={onBeside}>
            {t('beside')}
          </button>
          {words.may === 'ask' && (
            <button type="button" className={`${BUTTON} shrink! whitespace-normal!`} onClick={words.grant}>
              {t('yes', { name })}
            </button>
          )}
        </div>
      )}
      <Scribed event={event} name={name} />
    </div>
  )
}

/** Who wrote in somebody else's words, and when: everybody can see it. */
export function Scribed({ event: { scribed }, name }: { event: CaseEvent; name: string }) {
  const t = useTranslations('event')
  const nameOf = useNameOf()
  const sayWhen = useSayWhen()
  if (!scribed || name === '') return null
  const who = nameOf(scribed.by) ?? t('someone')
  return (
    <p className="text-s text-ink-soft">{t('words.scribed', { who, name, when: sayWhen(scribed.at) })}</p>
  )
}
