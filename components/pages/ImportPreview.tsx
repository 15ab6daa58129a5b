'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { CsvPreview } from '@/lib/exchange/csv/types'
import { FoundInFile } from './FoundInFile'

/** How many events and bad lines are shown; the counts say how many there are. */
const SHOWN = 5
const BAD_SHOWN = 50

/** What a file would bring. Bad lines are left out only when somebody says so, here and now. */
export function ImportPreview({
  fileName,
  preview,
  busy,
  onOther,
  onApply,
}: {
  fileName: string
  preview: CsvPreview
  busy: boolean
  onOther: () => void
  onApply: (skip: boolean) => void
}) {
  const t = useTranslations('boards.import')
  const [skip, setSkip] = useState(false)
  const { events, bad, undated, problem } = preview
  const count = events.length
  const ready = problem === null && count > 0 && (bad.length === 0 || skip)

  return (
    <div className="grid gap-5">
      <FoundInFile fileName={fileName} problem={problem === null ? null : t(`problem.${problem}`)}>
        <p className="text-l font-bold">{t('found', { count })}</p>
        {count > 0 && <p className="text-ink-soft">{t('undated', { count: undated })}</p>}
      </FoundInFile>
      {count > 0 && (
        <section>
          <h3 className="text-s text-ink-soft">{t('first')}</h3>
          <ol className="divide-y divide-line border-y border-line">
            {events.slice(0, SHOWN).map((event) => (
              <li key={event.line} className="grid gap-x-4 py-2 sm:grid-cols-[10rem_1fr]">
                <span className="text-ink-soft">{event.originalText || event.date || t('noDate')}</span>
                <span className="line-clamp-2">{event.title}</span>
              </li>
            ))}
          </ol>
          {count > SHOWN && (
            <p className="mt-1 text-s text-ink-soft">{t('more', { count: count - SHOWN })}</p>
          )}
        </section>
      )}
      {bad.length > 0 && (
        <section className="rounded-card border border-family bg-family-soft p-4">
          <h3>{t('badTitle', { count: bad.length })}</h3>
          <ul className="mt-2 grid max-h-48 gap-2 overflow-y-auto">
            {bad.slice(0, BAD_SHOWN).map((line) => (
              <li key={line.line}>
                <strong>{t('badLine', { line: line.line })}</strong>: {t(`reason.${line.reason}`)}
                {line.value && <q className="block truncate text-s text-ink-soft">{line.value}</q>}
              </li>
            ))}
          </ul>
          {count > 0 && (
            <label className="mt-3 flex min-h-target cursor-pointer items-center gap-3 font-semibold">
              <input
                type="checkbox"
                checked={skip}
                onChange={(event) => setSkip(event.currentTarget.checked)}
                className="size-5 shrink-0 accent-accent"
              />
              {t('skip', { count: bad.length })}
            </label>
          )}
          <p className="text-s text-ink-soft">{t('skipHint')}</p>
        </section>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onOther} disabled={busy}>
          {t('other')}
        </Button>
        {problem === null && count > 0 && (
          <Button look="primary" disabled={busy || !ready} onClick={() => onApply(bad.length > 0)}>
            {t('submit', { count })}
          </Button>
        )}
      </div>
    </div>
  )
}
