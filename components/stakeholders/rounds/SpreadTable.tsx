'use client'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { CircleMark } from '@/components/people/CircleMark'
import type { CaseRound } from '@/lib/case/schema'
import { placedCase } from '@/lib/stakeholders/rounds/places'
import { useInField } from '../useInField'
import { useSpreadWords } from './useSpread'

/** What everybody placed in a round, in words: who stands where for whom. */
export function SpreadTable({ round }: { round: CaseRound }) {
  const t = useTranslations('stakeholders.round')
  const { stakes } = useInField(placedCase(useCase(), round, {}))
  const said = useSpreadWords(round)
  return (
    <table
      role="table"
      aria-label={t('spread')}
      className="w-full border-collapse text-left text-m max-sm:block"
    >
      <thead role="rowgroup" className="max-sm:sr-only">
        <tr role="row">
          {(['who', 'said'] as const).map((column) => (
            <th
              key={column}
              role="columnheader"
              scope="col"
              className="px-2 pb-1 text-s font-bold text-ink-soft first:pl-3"
            >
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-sm:flex max-sm:flex-col max-sm:gap-2">
        {stakes.map(({ subject }) => {
          const marks = said(subject.id)
          return (
            <tr
              key={subject.id}
              role="row"
              className="border-t border-line bg-surface max-sm:block max-sm:rounded-card max-sm:border max-sm:p-3 max-sm:shadow-card"
            >
              <th
                role="rowheader"
                scope="row"
                className="w-2/5 px-3 py-2 align-top font-bold [overflow-wrap:anywhere] max-sm:block max-sm:w-auto max-sm:p-0"
              >
                <span className="inline-flex items-center gap-2">
                  <CircleMark circle={subject.circle} organisation={subject.kind === 'organisations'} />
                  {subject.name}
                </span>
              </th>
              <td role="cell" className="px-2 py-2 align-top max-sm:block max-sm:px-0 max-sm:pb-0">
                {marks.length === 0 ? (
                  <span className="text-ink-soft">{t('nobodyPlaced')}</span>
                ) : (
                  <ul>
                    {marks.map(({ key, who, named, said: words }) => (
                      <li key={key} className="[overflow-wrap:anywhere]">
                        <span className={named ? 'font-bold' : 'text-ink-soft'}>{who}</span>
                        {`: ${words}`}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
