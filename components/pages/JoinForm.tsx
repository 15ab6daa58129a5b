'use client'

import { useState, type FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Choices, FormError, TextField } from '@/components/ui/field'
import { strong } from '@/components/ui/strong'
import { formTexts } from './formTexts'
import { ReturnLinkStep } from './ReturnLinkStep'
import { SignOutButton } from './SignOutButton'
import { useAsk } from './useAsk'

const CIRCLES = ['family', 'network', 'professional'] as const
type Circle = (typeof CIRCLES)[number]

interface Joined {
  boardId: string
  returnLink?: string
}

interface Props {
  token: string
  /** The name of who is signed in already; they join as themselves. */
  known: string | null
  keepsFor: string | null
}

export function JoinForm({ token, known, keepsFor }: Props) {
  const t = useTranslations('join')
  const tc = useTranslations('common')
  const { busy, error, ask } = useAsk()
  const [circle, setCircle] = useState<Circle | null>(null)
  const [welcome, setWelcome] = useState<{ name: string; boardId: string; returnLink: string } | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { name = known ?? '', organisation = '' } = formTexts(event.currentTarget)
    const joined = await ask<Joined>('POST', `/api/join/${encodeURIComponent(token)}`, {
      name,
      ...(circle && { circle }),
      ...(organisation.trim() && { organisation }),
    })
    if (joined?.returnLink) setWelcome({ name, boardId: joined.boardId, returnLink: joined.returnLink })
    else if (joined) window.location.assign(`/boards/${joined.boardId}`)
  }

  if (welcome) return <ReturnLinkStep {...welcome} />
  return (
    <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
      {known === null ? (
        <>
          <TextField
            label={t('name')}
            hint={t('nameHint')}
            name="name"
            autoComplete="name"
            maxLength={80}
            required
          />
          <Choices
            legend={t('circle')}
            note={tc('optional')}
            name="circle"
            choices={CIRCLES.map((value) => ({ value, label: t(`circles.${value}`) }))}
            value={circle}
            onChange={setCircle}
          />
          {circle === 'professional' && (
            <TextField
              label={t('organisation')}
              note={tc('optional')}
              name="organisation"
              autoComplete="organization"
              maxLength={120}
            />
          )}
        </>
      ) : (
        <p>{t.rich('asYou', { name: known, b: strong })}</p>
      )}
      <FormError message={error} />
      <Button type="submit" look="primary" disabled={busy} className="w-full">
        {t('submit')}
      </Button>
      {known !== null && (
        <SignOutButton
          to={`/join/${encodeURIComponent(token)}`}
          keepsFor={keepsFor}
          className="min-h-target rounded-card font-semibold text-accent hover:bg-accent-soft"
        >
          {t('someoneElse')}
        </SignOutButton>
      )}
    </form>
  )
}
