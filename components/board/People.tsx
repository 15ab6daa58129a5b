'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { HereDialog } from './news/HereDialog'
import { useHere } from './presence'
import { useSession } from './session'

const SHOWN = 4

/** Who is here now; opens who that is, and what they changed. */
export function People() {
  const t = useTranslations('board')
  const { me } = useSession()
  const all = useHere()
  const [open, setOpen] = useState(false)
  const label = all.length > 1 ? t('people', { count: all.length - 1 }) : t('alone')
  return (
    <div className="relative">
      <ul aria-label={label} className="flex items-center">
        {all.slice(0, SHOWN).map(({ id, name, color }) => (
          <li
            key={id}
            className="-ml-1.5 grid size-8 place-items-center rounded-full border-2 border-surface text-[12px] font-bold text-white first:ml-0"
            style={{ background: color }}
          >
            <span aria-hidden="true">{initials(name)}</span>
            <span className="sr-only">{id === me.id ? `${name} (${t('you')})` : name}</span>
          </li>
        ))}
        {all.length > SHOWN && (
          <li className="-ml-1.5 grid size-8 place-items-center rounded-full border-2 border-surface bg-ink-soft text-[12px] font-bold text-white">
            +{all.length - SHOWN}
          </li>
        )}
      </ul>
      <button
        type="button"
        aria-label={t('news.title')}
        title={`${all.map(({ name }) => name).join(', ')}. ${t('news.title')}`}
        className="absolute -inset-1 rounded-lg"
        onClick={() => setOpen(true)}
      />
      <HereDialog open={open} onOpenChange={setOpen} />
    </div>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const first = /./u.exec(words[0] ?? '')?.[0] ?? '?'
  const last = words.length > 1 ? (/./u.exec(words.at(-1) ?? '')?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}
