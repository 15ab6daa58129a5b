'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormError } from '@/components/ui/field'
import { CopyLink } from './CopyLink'
import { useAsk } from './useAsk'

/** A new personal link to come back, for people who joined by a link. */
export function ReturnLinkDialog({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const t = useTranslations('boards.returnLink')
  const tj = useTranslations('join')
  const { busy, error, ask, done } = useAsk()
  const [link, setLink] = useState<string | null>(null)

  async function make() {
    const made = await ask<{ returnLink: string }>('POST', '/api/return-code', {})
    if (!made) return
    setLink(made.returnLink)
    done()
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      text={link === null ? t('makeText') : tj('returnText')}
    >
      <div className="grid gap-3">
        {link !== null && <CopyLink label={tj('returnLink')} link={link} />}
        <FormError message={error} />
        {link === null && (
          <Button look="primary" disabled={busy} onClick={() => void make()}>
            {t('make')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
