'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useAsk } from '@/components/pages/useAsk'
import { Button } from '@/components/ui/button'
import { FormError, TextArea } from '@/components/ui/field'
import { reservedAddress } from './layer'

/** For who is not admitted: something said to those who are, that one cannot read afterwards. */
export function HandIn({ boardId, readers }: { boardId: string; readers: string }) {
  const t = useTranslations('reserved.handIn')
  const [text, setText] = useState('')
  const [sent, setSent] = useState(false)
  const { busy, error, ask, done } = useAsk()
  async function send() {
    const address = `${reservedAddress(boardId)}/proposals`
    if (!(await ask('POST', address, { kind: 'note', text }))) return
    done()
    setText('')
    setSent(true)
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && text.trim()) void send()
      }}
    >
      <h3>{t('title')}</h3>
      <p>{t('text')}</p>
      <p className="font-semibold">{t('warning', { names: readers })}</p>
      <TextArea
        label={t('label')}
        maxLength={2_000}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setSent(false)
        }}
      />
      <FormError message={error} />
      <p role="status" className="empty:hidden">
        {sent && t('done')}
      </p>
      <Button look="primary" type="submit" aria-disabled={busy || !text.trim()}>
        {t('send')}
      </Button>
    </form>
  )
}
