'use client'

import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { FormError, TextField } from '@/components/ui/field'
import { PasswordField } from './PasswordField'
import { signInWith } from './signInWith'
import { formTexts } from './formTexts'
import { useAsk } from './useAsk'

/** `next`: the path of ours to go to afterwards. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('signin')
  const { busy, error, run } = useAsk()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { email = '', password = '' } = formTexts(event.currentTarget)
    if (await run(() => signInWith(email, password))) window.location.assign(next)
  }

  return (
    <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        maxLength={320}
        required
      />
      <PasswordField />
      <FormError message={error} />
      <Button type="submit" look="primary" disabled={busy} className="w-full">
        {t('submit')}
      </Button>
    </form>
  )
}
