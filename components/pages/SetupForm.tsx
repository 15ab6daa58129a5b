'use client'

import { useRef, type FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { FormError, TextField } from '@/components/ui/field'
import { ask } from './api'
import { formTexts } from './formTexts'
import { PasswordField } from './PasswordField'
import { signInWith } from './signInWith'
import { useAsk } from './useAsk'

/** Makes the first account and signs in with it. */
export function SetupForm({ token }: { token: string }) {
  const t = useTranslations('signin')
  const { busy, error, run } = useAsk()
  // When only the signing in failed, a second try must not ask for a second first account.
  const made = useRef(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const input = formTexts(event.currentTarget)
    made.current ||= (await run(() => ask('POST', '/api/setup', { token, ...input }))) !== null
    if (made.current && (await run(() => signInWith(input['email'] ?? '', input['password'] ?? ''))))
      window.location.assign('/')
  }

  return (
    <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('setup.name')}
        hint={t('setup.nameHint')}
        name="name"
        autoComplete="name"
        maxLength={80}
        required
      />
      <TextField
        label={t('setup.organisation')}
        name="organisation"
        autoComplete="organization"
        maxLength={120}
        required
      />
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        maxLength={320}
        required
      />
      <PasswordField isNew />
      <FormError message={error} />
      <Button type="submit" look="primary" disabled={busy} className="w-full">
        {t('setup.submit')}
      </Button>
    </form>
  )
}
