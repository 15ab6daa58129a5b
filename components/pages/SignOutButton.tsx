'use client'

import { signOut } from 'next-auth/react'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { countKept, forgetKept } from '@/components/board/outbox/forget'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

interface Props {
  /** A path of ours to go on at. */
  to: string
  /** The person whose unsaved changes this device keeps, if any. */
  keepsFor: string | null
  className: string
  children: ReactNode
}

/**
 * Ends the session on this device. Nothing of the person stays behind on it, unsaved changes included: who has some
 * is asked first.
 */
export function SignOutButton({ to, keepsFor, className, children }: Props) {
  const t = useTranslations('common.unsavedAtSignOut')
  const tc = useTranslations('common')
  const [unsaved, setUnsaved] = useState(0)

  async function leave() {
    await signOut({ redirect: false })
    if (keepsFor !== null) await forgetKept(keepsFor)
    // A whole new page: nothing of the person who left stays in memory.
    window.location.assign(to)
  }

  async function ask() {
    const count = keepsFor === null ? 0 : await countKept(keepsFor)
    if (count > 0) setUnsaved(count)
    else await leave()
  }

  return (
    <>
      <button type="button" className={className} onClick={() => void ask()}>
        {children}
      </button>
      <Dialog
        open={unsaved > 0}
        onOpenChange={() => setUnsaved(0)}
        title={t('title')}
        text={t('text', { count: unsaved })}
      >
        <p>{t('how')}</p>
        <div className="mt-4 flex flex-wrap gap-2">
          <Button look="primary" onClick={() => setUnsaved(0)}>
            {tc('cancel')}
          </Button>
          <Button onClick={() => void leave()}>{t('leave')}</Button>
        </div>
      </Dialog>
    </>
  )
}
