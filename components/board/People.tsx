'use client'
import { useTranslations } from 'use-intl'
import { colourOf } from '@/lib/access/colours'
import { useOthers } from './presence'
import { useSession } from './session'

const SHOWN = 4

/** Who is here now, once per person however many devices they use. */
export function People() {
  const t = useTranslations('board')
  const { me } = useSession()
  const others = useOthers()
  const people = [...new Map(others.map(({ user }) => [user.id, user])).values()].filter(
    ({ id }) => id !== me.id,
  )
  const all = [{ id: me.id, name: me.name, color: colourOf(me.id) }, ...people]
  const label = people.length ? t('people', { count: people.length }) : t('alone')
  return (
    <ul aria-label={label} title={label} className="flex items-center">
      {all.slice(0, SHOWN).map(({ id, name, color }) => (
        <li
          key={id}
          title={id === me.id ? `${name} (${t('you')})` : name}
          className="-ml-1.5 grid size-8 place-items-center rounded-full border-2 border-surface text-[12px] font-bold text-white first:ml-0"
          style={{ background: color }}
        >
          <span aria-hidden="true">{initials(name)}</span>
          <span className="sr-only">{name}</span>
        </li>
      ))}
      {all.length > SHOWN && (
        <li className="-ml-1.5 grid size-8 place-items-center rounded-full border-2 border-surface bg-ink-soft text-[12px] font-bold text-white">
          +{all.length - SHOWN}
        </li>
      )}
    </ul>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const first = /./u.exec(words[0] ?? '')?.[0] ?? '?'
  const last = words.length > 1 ? (/./u.exec(words.at(-1) ?? '')?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}
