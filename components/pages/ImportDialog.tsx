'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormError } from '@/components/ui/field'
import type { CsvPreview } from '@/lib/exchange/csv/types'
import { FileDrop } from './FileDrop'
import { ImportPreview } from './ImportPreview'
import { useAsk } from './useAsk'

/** Where the dialog stands: choosing a file, looking at what it would bring, or done. */
type Step =
  | { step: 'choose' }
  | { step: 'look'; file: File; preview: CsvPreview }
  | { step: 'done'; events: number; skipped: number }

/** Moments from a file, in two steps: first see what is in it, then put it on the board. */
export function ImportDialog({
  boardId,
  open,
  onOpenChange,
}: {
  boardId: string
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const t = useTranslations('boards.import')
  const tc = useTranslations('common')
  const { busy, error, ask, done } = useAsk()
  const [at, setAt] = useState<Step>({ step: 'choose' })

  async function look(file: File) {
    const preview = await ask<CsvPreview>('POST', `/api/boards/${boardId}/import?preview=1`, file)
    if (!preview) return
    setAt({ step: 'look', file, preview })
    done()
  }

  async function apply(file: File, skip: boolean) {
    const counts = await ask<{ events: number; skipped: number }>(
      'POST',
      `/api/boards/${boardId}/import${skip ? '?skip=1' : ''}`,
      file,
    )
    if (!counts) return
    setAt({ step: 'done', ...counts })
    done()
  }

  function change(next: boolean) {
    // The next time starts anew; nothing of this file stays behind.
    if (!next) setAt({ step: 'choose' })
    onOpenChange(next)
  }

  return (
    <Dialog
      wide
      open={open}
      onOpenChange={change}
      title={t('title')}
      {...(at.step === 'choose' && { text: t('text') })}
    >
      <div className="grid gap-4">
        {at.step === 'choose' && <FileDrop busy={busy} onFile={(file) => void look(file)} />}
        {at.step === 'look' && (
          <ImportPreview
            // Another file is another decision: what was ticked for the last one does not hold.
            key={`${at.file.name} ${at.file.lastModified} ${at.file.size}`}
            fileName={at.file.name}
            preview={at.preview}
            busy={busy}
            onOther={() => setAt({ step: 'choose' })}
            onApply={(skip) => void apply(at.file, skip)}
          />
        )}
        {at.step === 'done' && (
          <>
            <p role="status" className="text-l">
              {t('done', { count: at.events })} {at.skipped > 0 && t('doneSkipped', { count: at.skipped })}
            </p>
            <Button look="primary" onClick={() => change(false)}>
              {tc('close')}
            </Button>
          </>
        )}
        <FormError message={error} />
      </div>
    </Dialog>
  )
}
