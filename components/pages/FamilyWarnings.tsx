'use client'

import { useTranslations } from 'use-intl'
import type { GedcomPreview } from '@/lib/exchange/gedcom/preview'

/** What of a family tree asks for a look, by kind and with its lines, and what does not come along. */
export function FamilyWarnings({ preview }: { preview: GedcomPreview }) {
  const t = useTranslations('boards.import.gedcom')
  const { warnings, leftOut, moreLeftOut } = preview
  return (
    <>
      {warnings.length > 0 && (
        <section className="rounded-card border border-family bg-family-soft p-4">
          <h3>{t('warnings')}</h3>
          <ul tabIndex={0} aria-label={t('warnings')} className="mt-2 grid max-h-60 gap-3 overflow-y-auto">
            {warnings.map(({ code, count, lines }) => (
              <li key={code}>
                {t(`warning.${code}`)} <strong>({t('times', { count })})</strong>
                <Lines lines={lines} more={count - lines.length} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {leftOut.length > 0 && (
        <section className="rounded-card border border-line p-4">
          <h3>{t('leftOut')}</h3>
          <p className="text-s text-ink-soft">{t('leftOutText')}</p>
          <ul tabIndex={0} aria-label={t('leftOut')} className="mt-2 grid max-h-60 gap-3 overflow-y-auto">
            {leftOut.map(({ tag, count, samples }) => (
              <li key={tag}>
                <strong>{tag}</strong> {t('times', { count })}
                <Lines lines={samples.map(({ line, text }) => ({ line, value: text }))} more={0} />
              </li>
            ))}
          </ul>
          {moreLeftOut > 0 && <p className="mt-2">{t('moreLeftOut', { count: moreLeftOut })}</p>}
        </section>
      )}
    </>
  )
}

function Lines({ lines, more }: { lines: readonly { line: number; value: string }[]; more: number }) {
  const t = useTranslations('boards.import.gedcom')
  return (
    <ul className="text-s text-ink-soft">
      {lines.map(({ line, value }) => (
        <li key={line} className="truncate">
          {t('line', { line })}
          {value !== '' && (
            <>
              : <q>{value}</q>
            </>
          )}
        </li>
      ))}
      {more > 0 && <li>{t('moreLines', { count: more })}</li>}
    </ul>
  )
}
