'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { BUTTON, PRIMARY } from '@/components/ui/classes'

/** Words of changes that could not go on the board: here to copy, so that nothing that was typed is lost. */
export function LostWords({ words, onDone }: { words: string; onDone: () => void }) {
  const t = useTranslations('board.lost')
  const [copied, setCopied] = useState(false)
  const copy = () => {
    // Without https there is no clipboard; the text stands in a field that can be selected.
    void navigator.clipboard?.writeText(words).then(
      () => setCopied(true),
      () => {},
    )
  }
  return (
    <section role="alert" className="border-b border-line bg-danger-soft px-4 py-3">
      <h2 className="text-m font-bold">{t('title')}</h2>
      <p className="text-m">{t('text')}</p>
      <textarea
        readOnly
        aria-label={t('title')}
        className="mt-2 max-h-40 min-h-16 w-full rounded-lg border border-edge bg-surface p-2 text-m"
        value={words}
        onFocus={(event) => event.target.select()}
      />
      <div className="mt-2 flex flex-wrap gap-2">
        <button type="button" className={PRIMARY} onClick={copy}>
          {copied ? t('copied') : t('copy')}
        </button>
        <button type="button" className={BUTTON} onClick={onDone}>
          {t('done')}
        </button>
      </div>
    </section>
  )
}
