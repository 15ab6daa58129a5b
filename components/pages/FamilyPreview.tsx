'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { GedcomPreview } from '@/lib/exchange/gedcom/preview'
import { FamilyWarnings } from './FamilyWarnings'
import { FoundInFile } from './FoundInFile'

/** Beside people, in this order; what there is none of is not named. */
const COUNTED = ['partnerships', 'parentages', 'relations', 'events', 'organisations', 'households'] as const

/** What a family tree would bring: how much, the first people, what to look at, and what stays behind. */
export function FamilyPreview({
  fileName,
  preview,
  busy,
  onOther,
  onApply,
}: {
  fileName: string
  preview: GedcomPreview
  busy: boolean
  onOther: () => void
  onApply: () => void
}) {
  const t = useTranslations('boards.import.gedcom')
  const ti = useTranslations('boards.import')
  const { problem, counts, first } = preview
  const count = counts.people
  const others = COUNTED.filter((kind) => counts[kind] > 0)

  return (
    <div className="grid gap-5">
      <FoundInFile fileName={fileName} problem={problem === null ? null : t(`problem.${problem}`)}>
        <p className="text-l font-bold">{t('found', { count })}</p>
        <ul className="flex flex-wrap gap-x-4 text-ink-soft">
          {others.map((kind) => (
            <li key={kind}>{t(`counts.${kind}`, { count: counts[kind] })}</li>
          ))}
        </ul>
        <p>{t('living')}</p>
      </FoundInFile>
      {problem === null && (
        <section>
          <h3 className="text-s text-ink-soft">{t('first')}</h3>
          <FirstPeople first={first} />
          {count > first.length && (
            <p className="mt-1 text-s text-ink-soft">{t('more', { count: count - first.length })}</p>
          )}
        </section>
      )}
      <FamilyWarnings preview={preview} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onOther} disabled={busy}>
          {ti('other')}
        </Button>
        {problem === null && (
          <Button look="primary" disabled={busy} onClick={onApply}>
            {t('submit', { count })}
          </Button>
        )}
      </div>
    </div>
  )
}

function FirstPeople({ first }: Pick<GedcomPreview, 'first'>) {
  const t = useTranslations('boards.import.gedcom')
  return (
    <ol className="divide-y divide-line border-y border-line">
      {first.map(({ name, birth, death }, i) => {
        const born = birth === '' ? '' : t('born', { date: birth })
        const died = death === null ? '' : death === '' ? t('dead') : t('died', { date: death })
        return (
          <li key={i} className="grid gap-x-4 py-2 sm:grid-cols-2">
            <span>{name || t('noName')}</span>
            <span className="text-ink-soft">{[born, died].filter((part) => part !== '').join(', ')}</span>
          </li>
        )
      })}
    </ol>
  )
}
