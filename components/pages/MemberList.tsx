'use client'

import { useTranslations } from 'use-intl'
import type { Sharing } from '@/lib/access/sharing'

/** Everybody who can open the board. `me`: the id of who reads this. */
export function MemberList({ me, members }: { me: string; members: Sharing['members'] }) {
  const t = useTranslations('boards.invite')
  const tc = useTranslations('common')
  return (
    <section>
      <h3>{t('members')}</h3>
      <ul className="divide-y divide-line">
        {members.map((member) => (
          <li
            key={member.principalId}
            className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 py-1"
          >
            <span>
              <span className="font-semibold">{member.name}</span>
              {member.principalId === me && <span className="text-ink-soft"> ({t('you')})</span>}
              {member.organisation && <span className="text-ink-soft"> · {member.organisation}</span>}
            </span>
            <span className="text-s text-ink-soft">{tc(`role.${member.role}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
