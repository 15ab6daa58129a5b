'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { TextField } from '@/components/ui/field'

/** A password that one may look at while typing; pasting and password managers are welcome. */
export function PasswordField({ isNew = false }: { isNew?: boolean }) {
  const t = useTranslations('signin')
  const [shown, setShown] = useState(false)
  return (
    <div className="relative">
      <TextField
        label={t('password')}
        {...(isNew && { hint: t('setup.passwordHint'), minLength: 10 })}
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        maxLength={1024}
        required
        className="pr-24"
      />
      <button
        type="button"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute bottom-0 right-0 min-h-target rounded-card px-3 text-s font-semibold text-accent"
      >
        {shown ? t('hidePassword') : t('showPassword')}
      </button>
    </div>
  )
}
