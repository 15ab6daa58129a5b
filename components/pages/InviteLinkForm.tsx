'use client'

import { useState, type FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Choices, FormError, TextField } from '@/components/ui/field'
import type { Role } from '@/lib/access/rights'
import { CopyLink } from './CopyLink'
import { formTexts } from './formTexts'
import { useAsk } from './useAsk'

/** Most invited first, not most mighty. */
const ROLES = ['participant', 'viewer', 'facilitator'] as const satisfies readonly Role[]

/** How long a link works, in hours. */
const HOURS = { h24: 24, h168: 168, h672: 672 } as const
type Hours = keyof typeof HOURS

/** Makes a link; it is shown once, because the server keeps no copy of it. */
export function InviteLinkForm({ boardId, onMade }: { boardId: string; onMade: () => Promise<void> }) {
  const t = useTranslations('boards.invite')
  const tc = useTranslations('common')
  const { busy, error, ask, done } = useAsk()
  const [role, setRole] = useState<Role>('participant')
  const [hours, setHours] = useState<Hours>('h168')
  const [link, setLink] = useState<string | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const uses = Number(formTexts(event.currentTarget)['uses'])
    const made = await ask<{ link: string }>('POST', `/api/boards/${boardId}/invites`, {
      role,
      hours: HOURS[hours],
      uses,
    })
    if (!made) return
    setLink(made.link)
    done()
    await onMade()
  }

  if (link !== null)
    return (
      <section className="grid gap-2 rounded-card border border-accent bg-accent-soft p-4">
        <CopyLink label={t('yourLink')} link={link} />
        <p className="text-s text-ink-soft">{t('linkOnce')}</p>
        <Button className="justify-self-start" onClick={() => setLink(null)}>
          {t('another')}
        </Button>
      </section>
    )
  return (
    <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
      <h3 className="sr-only">{t('linkTitle')}</h3>
      <Choices
        legend={t('role')}
        name="role"
        choices={ROLES.map((value) => ({
          value,
          label: tc(`role.${value}`),
          meaning: tc(`roleMeaning.${value}`),
        }))}
        value={role}
        onChange={setRole}
      />
      <Choices
        columns
        legend={t('hours')}
        name="hours"
        choices={(['h24', 'h168', 'h672'] as const).map((value) => ({ value, label: t(`hour.${value}`) }))}
        value={hours}
        onChange={setHours}
      />
      <TextField
        label={t('uses')}
        name="uses"
        type="number"
        inputMode="numeric"
        min={1}
        max={100}
        defaultValue={10}
        required
        className="max-w-28"
      />
      <FormError message={error} />
      <Button type="submit" look="primary" disabled={busy}>
        {t('make')}
      </Button>
    </form>
  )
}
