'use client'

import { useState, type FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Choices, FormError, TextArea } from '@/components/ui/field'
import { LEGAL_BASES } from '@/lib/access/sharing'
import { formTexts } from './formTexts'
import { useAsk } from './useAsk'

/** Asked once, at the first invitation: what the board is for and why it may be shared. */
export function PurposeForm({ boardId, onDone }: { boardId: string; onDone: () => Promise<void> }) {
  const t = useTranslations('boards.invite')
  const { busy, error, ask, done } = useAsk()
  const [basis, setBasis] = useState<(typeof LEGAL_BASES)[number] | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { purpose } = formTexts(event.currentTarget)
    if (!(await ask('POST', `/api/boards/${boardId}/purpose`, { purpose, legalBasis: basis }))) return
    await onDone()
    done()
  }

  return (
    <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
      <TextArea label={t('purpose')} hint={t('purposeHint')} name="purpose" maxLength={1000} required />
      <Choices
        legend={t('basis')}
        name="basis"
        choices={LEGAL_BASES.map((value) => ({
          value,
          label: t(`bases.${value}`),
          meaning: t(`basesMeaning.${value}`),
        }))}
        value={basis}
        onChange={setBasis}
      />
      <FormError message={error} />
      <Button type="submit" look="primary" disabled={busy || basis === null}>
        {t('purposeSubmit')}
      </Button>
    </form>
  )
}
