'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Logo } from '@/components/ui/logo'
import { LanguageSwitch } from './LanguageSwitch'
import { SignOutButton } from './SignOutButton'

/** The bar above every page but the board. `name`: who is signed in, or null; `keepsFor`: see `SignOutButton`. */
export function SiteHeader({ name, keepsFor }: { name: string | null; keepsFor: string | null }) {
  const t = useTranslations('common')
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex min-h-14 max-w-6xl items-center gap-2 px-4 sm:gap-4 sm:px-6">
        <Link href="/" className="flex min-h-target items-center gap-2 rounded-card pr-2 text-l font-bold">
          <Logo />
          {t('name')}
        </Link>
        <div className="ml-auto flex items-center gap-1 sm:gap-3">
          <LanguageSwitch />
          {name !== null && (
            <>
              <span className="hidden max-w-48 truncate border-l border-line pl-4 font-semibold sm:block">
                {name}
              </span>
              <SignOutButton
                to="/signin"
                keepsFor={keepsFor}
                className="min-h-target rounded-card px-2 text-s font-semibold text-accent hover:bg-accent-soft"
              >
                {t('signOut')}
              </SignOutButton>
            </>
          )}
        </div>
      </div>
    </header>
  )
}
