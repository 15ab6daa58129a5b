'use client'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { rowOf, usePeople } from '@/components/people/place'
import { BUTTON, PRIMARY } from '@/components/ui/classes'
import { LitMark } from '@/components/looking/lit'
import { AddStakes } from './AddStakes'
import { PlaceCards } from './rounds/PlaceCards'
import { RoundsButton } from './rounds/RoundsButton'
import { RoundStrip } from './rounds/RoundStrip'
import { SpreadTable } from './rounds/SpreadTable'
import { useRounds } from './rounds/useRounds'
import { ATTRIBUTES } from '@/lib/stakeholders/steps'
import { useStepWords } from './stakeWords'
import { type CaseStake, type Subject, useInField } from './useInField'

/**
 * The field without a canvas: who takes part and what is known of it, in words. On a narrow screen each row is a small
 * block of what is known; the roles keep it a table for who hears it.
 */
export function StakeTable() {
  const t = useTranslations('stakeholders')
  const { canWrite } = useSession()
  const { stakes } = useInField()
  const rounds = useRounds()
  const { shown } = rounds
  if (shown && (shown.revealed || canWrite))
    return (
      <section aria-label={t('title')} className="flex flex-col gap-4">
        <RoundStrip rounds={rounds} />
        {shown.revealed ? <SpreadTable round={shown} /> : <PlaceCards round={shown} />}
      </section>
    )
  return (
    <section aria-label={t('title')} className="flex flex-col gap-4">
      <RoundStrip rounds={rounds} />
      <p className="text-m text-ink-soft">
        {stakes.length > 0 ? t('list.text') : canWrite ? t('empty.text') : t('empty.read')}
      </p>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {canWrite && <AddStakes className={PRIMARY} />}
        <RoundsButton rounds={rounds} className={BUTTON} />
      </div>
      {stakes.length > 0 && (
        <table
          role="table"
          aria-label={t('title')}
          className="w-full border-collapse text-left text-m max-sm:block"
        >
          <thead role="rowgroup" className="max-sm:sr-only">
            <tr role="row">
              <Heading>{t('list.name')}</Heading>
              {ATTRIBUTES.map((attribute) => (
                <Heading key={attribute}>{t(`attribute.${attribute}`)}</Heading>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" className="max-sm:flex max-sm:flex-col max-sm:gap-2">
            {stakes.map(({ stake, subject }) => (
              <Row key={stake.id} stake={stake} subject={subject} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const Heading = ({ children }: { children: string }) => (
  <th role="columnheader" scope="col" className="px-2 pb-1 text-s font-bold text-ink-soft first:pl-3">
    {children}
  </th>
)

function Row({ stake, subject }: { stake: CaseStake; subject: Subject }) {
  const t = useTranslations('stakeholders.list')
  const stepWords = useStepWords()
  const { go } = usePeople()
  // On a narrow screen what is not known is left out; where nothing is known, that is said once.
  const words = ATTRIBUTES.map((attribute) => ({ attribute, said: stepWords(attribute, stake[attribute]) }))
  const isUnknown = words.every(({ said }) => said === null)
  return (
    <tr
      role="row"
      className="border-t border-line bg-surface max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-2 max-sm:gap-y-1 max-sm:rounded-card max-sm:border max-sm:p-2 max-sm:shadow-card"
    >
      <th role="rowheader" scope="row" className="max-sm:basis-full">
        <button
          type="button"
          data-row={rowOf(subject.kind, subject.id)}
          data-name={subject.name}
          className="min-h-11 w-full rounded-lg px-3 text-left font-bold text-accent-strong underline-offset-2 [overflow-wrap:anywhere] hover:underline max-sm:px-1"
          onClick={() => go({ kind: subject.kind, id: subject.id })}
        >
          {subject.name}
        </button>
        <LitMark id={stake.id} />
      </th>
      {words.map(({ attribute, said }, i) => (
        <td
          key={attribute}
          role="cell"
          className={`px-2 py-1 align-middle max-sm:rounded-full max-sm:bg-unknown-soft max-sm:px-3 max-sm:text-s ${
            said !== null ? '' : i === 0 && isUnknown ? 'text-ink-soft' : 'text-ink-soft max-sm:sr-only'
          }`}
        >
          {said ?? t('unknown')}
        </td>
      ))}
    </tr>
  )
}
