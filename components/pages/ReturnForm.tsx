'use client'

import { useState, type FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/field'
import { useAsk } from './useAsk'

/** Signs this device in as the person of the link, when they say that it is them. */
export function ReturnForm({ code }: { code: string }) {
  const t = useTranslations('join.return')
  const { busy, error, ask } = useAsk()
  const [denied, setDenied] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const answer = await ask<{ boardId: string | null }>(
      'POST',
      `/api/return/${encodeURIComponent(code)}`,
      {},
    )
    if (answer) window.location.assign(answer.boardId ? `/boards/${answer.boardId}` : '/')
  }

  return (
    <form className="grid gap-3" onSubmit={(event) => void submit(event)}>
      <FormError message={error} />
      <Button type="submit" look="primary" disabled={busy} className="w-full">
        {t('yes')}
      </Button>
      <Button onClick={() => setDenied(true)} className="w-full">
        {t('no')}
      </Button>
      <p role="status" className="text-ink-soft">
        {denied && t('noText')}
      </p>
    </form>
  )
}
