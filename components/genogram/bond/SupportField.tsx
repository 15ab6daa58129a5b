'use client'
import { useTranslations } from 'use-intl'
import { SUPPORT, type Support } from '@/lib/genogram/vocabulary'

/** What the one gives the other; several can be so at once. */
export function SupportField({
  value,
  onChange,
}: {
  value: readonly string[]
  onChange: (support: Support, present: boolean) => void
}) {
  const t = useTranslations('genogram')
  return (
    <fieldset>
      <legend className="mb-1 text-m font-bold">{t('bond.support')}</legend>
      <div className="grid grid-cols-2 gap-1.5">
        {SUPPORT.map((one) => (
          <label
            key={one}
            className="flex min-h-10 cursor-pointer items-center gap-2 rounded-lg border border-line bg-surface px-3 py-1.5 text-m leading-tight has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              className="size-4 shrink-0 accent-accent outline-none"
              checked={value.includes(one)}
              onChange={({ target }) => onChange(one, target.checked)}
            />
            {t(`support.${one}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
