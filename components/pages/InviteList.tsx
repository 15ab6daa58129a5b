'use client'

import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/field'
import type { Sharing } from '@/lib/access/sharing'
import { sayDay } from '@/lib/i18n/when'
import { useAsk } from './useAsk'

type Invite = Sharing['invites'][number]

/** The links that were made: what each still opens, and a way to withdraw it. */
export function InviteList(props: { boardId: string; invites: Invite[]; onChange: () => Promise<void> }) {
  const t = useTranslations('boards.invite')
  const tc = useTranslations('common')
  const locale = useLocale()
  const { busy, error, ask, done } = useAsk()
  const [nowMs] = useState(Date.now)

  const day = (ms: number) => sayDay(ms, locale, { year: false })
  function standing(invite: Invite): { works: boolean; text: string } {
    if (invite.revoked) return { works: false, text: t('revoked') }
    if (invite.usesLeft < 1) return { works: false, text: t('usedUp') }
    if (invite.expiresAt <= nowMs) return { works: false, text: t('expired') }
    return { works: true, text: t('valid', { until: day(invite.expiresAt), count: invite.usesLeft }) }
  }

  async function revoke(id: string) {
    if (!(await ask('DELETE', `/api/boards/${props.boardId}/invites/${id}`))) return
    await props.onChange()
    done()
  }

  return (
    <section>
      <h3>{t('existing')}</h3>
      <FormError message={error} />
      {props.invites.length === 0 && <p className="text-ink-soft">{t('noneYet')}</p>}
      <ul className="divide-y divide-line">
        {props.invites.map((invite) => {
          const { works, text } = standing(invite)
          return (
            <li key={invite.id} className="flex min-h-14 items-center gap-3 py-1">
              <p className={works ? '' : 'text-ink-soft'}>
                <span className="inline-block font-semibold first-letter:uppercase">
                  {tc(`role.${invite.role}`)}
                </span>
                <span className="block text-s text-ink-soft">{text}</span>
              </p>
              {works && (
                <Button
                  look="plain"
                  className="ml-auto"
                  disabled={busy}
                  aria-label={t('revokeLabel', {
                    role: tc(`role.${invite.role}`),
                    made: day(invite.createdAt),
                  })}
                  onClick={() => void revoke(invite.id)}
                >
                  {t('revoke')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
