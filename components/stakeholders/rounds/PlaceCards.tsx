'use client'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { CircleMark } from '@/components/people/CircleMark'
import type { CaseRound } from '@/lib/case/schema'
import { ASKED, placedCase } from '@/lib/stakeholders/rounds/places'
import { StakeControls } from '../StakeControls'
import { useInField } from '../useInField'
import { useOwnPlaces } from './useOwnPlaces'

/** One's own places in words: the questions of the round for each who is placed, or for one of them. */
export function PlaceCards({ round, only }: { round: CaseRound; only?: string | undefined }) {
  const t = useTranslations('stakeholders.round')
  const { own, now } = useOwnPlaces(round.id)
  const { stakes } = useInField(placedCase(useCase(), round, now.places))
  const shown = stakes.filter(({ subject }) => only === undefined || subject.id === only)
  return (
    <ul aria-label={t('mine')} className="flex flex-col gap-3">
      {shown.map(({ stake, subject }) => (
        <li
          key={subject.id}
          className={only === undefined ? 'rounded-card border border-line bg-surface p-3 shadow-card' : ''}
        >
          <fieldset
            disabled={now.status === 'loading' || now.status === 'refused'}
            className="flex flex-col gap-4"
          >
            <legend
              className={
                only === undefined
                  ? 'mb-3 flex items-center gap-2 text-m font-bold [overflow-wrap:anywhere]'
                  : 'sr-only'
              }
            >
              <CircleMark circle={subject.circle} organisation={subject.kind === 'organisations'} />
              {subject.name}
            </legend>
            <StakeControls
              stake={stake}
              asked={ASKED[round.form]}
              unknown={t('nowhere')}
              onChange={(change) => own.place(subject.id, change)}
            />
          </fieldset>
        </li>
      ))}
    </ul>
  )
}
