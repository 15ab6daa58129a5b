'use client'

import { Plus } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormError, TextArea, TextField } from '@/components/ui/field'
import { formTexts } from './formTexts'
import { useAsk } from './useAsk'

/** The two ways to begin: a board of one's own, or a look around with the invented family. */
export function NewBoardButtons() {
  const t = useTranslations('boards')
  const [open, setOpen] = useState(false)
  const example = useAsk()
  const own = useAsk()

  async function make({ ask }: typeof own, input: Record<string, unknown>) {
    const made = await ask<{ id: string }>('POST', '/api/boards', input)
    if (made) window.location.assign(`/boards/${made.id}`)
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    void make(own, formTexts(event.currentTarget))
  }

  return (
    <div className="grid w-full gap-2 sm:w-auto">
      <div className="grid gap-2 sm:flex sm:justify-center">
        <Button disabled={example.busy} onClick={() => void make(example, { example: true })}>
          {t('tryExample')}
        </Button>
        <Button look="primary" onClick={() => setOpen(true)}>
          <Plus size={18} aria-hidden />
          {t('new')}
        </Button>
      </div>
      <FormError message={example.error} />
      <Dialog open={open} onOpenChange={setOpen} title={t('create.title')} text={t('create.text')}>
        <form className="grid gap-4" onSubmit={submit}>
          <TextField
            label={t('create.name')}
            hint={t('create.nameHint')}
            name="title"
            maxLength={120}
            required
          />
          <TextArea
            label={t('create.question')}
            hint={t('create.questionHint')}
            name="question"
            maxLength={400}
            required
          />
          <p className="text-s text-ink-soft">{t('create.draft')}</p>
          <FormError message={own.error} />
          <Button type="submit" look="primary" disabled={own.busy}>
            {t('create.submit')}
          </Button>
        </form>
      </Dialog>
    </div>
  )
}
