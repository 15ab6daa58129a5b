'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FIELD, PRIMARY } from '@/components/ui/classes'

/** What to do first, and one button. */
export function EmptyGenogram({ canWrite, onAdd }: { canWrite: boolean; onAdd: (name: string) => void }) {
  const t = useTranslations('genogram.canvas.empty')
  const [name, setName] = useState('')
  return (
    <div className="pointer-events-none absolute inset-x-0 top-[14%] flex justify-center px-4">
      <div className="pointer-events-auto w-full max-w-sm rounded-card border border-line bg-surface p-6 shadow-card">
        {canWrite ? (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (name.trim() !== '') onAdd(name)
            }}
          >
            <h2 className="text-l">{t('title')}</h2>
            <p className="mt-1 mb-4 text-m text-ink-soft">{t('text')}</p>
            <label className="text-m font-bold">
              {t('name')}
              <input
                className={`${FIELD} mt-1 mb-3 font-normal`}
                value={name}
                required
                maxLength={200}
                autoComplete="off"
                onChange={({ target }) => setName(target.value)}
              />
            </label>
            <button type="submit" className={PRIMARY}>
              {t('add')}
            </button>
          </form>
        ) : (
          <p className="text-m text-ink-soft">{t('read')}</p>
        )}
      </div>
    </div>
  )
}
