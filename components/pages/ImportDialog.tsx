'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormError } from '@/components/ui/field'
import type { ImportCounts, ImportPreview as Preview } from '@/lib/exchange/imports'
import { useCase, useSession } from '@/components/board/session'
import { binBrought } from '@/lib/case/commands/bin'
import { FamilyPreview } from './FamilyPreview'
import { FileDrop } from './FileDrop'
import { ImportPreview } from './ImportPreview'
import { useAsk } from './useAsk'

/** Where the dialog stands: choosing a file, looking at what it would bring, or done. */
type Step =
  | { step: 'choose' }
  | { step: 'look'; file: File; preview: Preview }
  | { step: 'done'; kind: Preview['kind']; counts: ImportCounts; back: boolean }

/** Moments or a family from a file, in two steps: first see what is in it, then put it on the board. */
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
    const preview = await ask<Preview>('POST', `/api/boards/${boardId}/import?preview=1`, file)
    if (!preview) return
    setAt({ step: 'look', file, preview })
    done()
  }

  async function apply(file: File, kind: Preview['kind'], skip: boolean) {
    // What was looked at is what is imported: the kind that was seen then.
    const how = `kind=${kind}${skip ? '&skip=1' : ''}`
    const counts = await ask<ImportCounts>('POST', `/api/boards/${boardId}/import?${how}`, file)
    if (!counts) return
    setAt({ step: 'done', kind, counts, back: false })
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
        {at.step === 'look' && at.preview.kind === 'csv' && (
          <ImportPreview
            // Another file is another decision: what was ticked for the last one does not hold.
            key={`${at.file.name} ${at.file.lastModified} ${at.file.size}`}
            fileName={at.file.name}
            preview={at.preview}
            busy={busy}
            onOther={() => setAt({ step: 'choose' })}
            onApply={(skip) => void apply(at.file, 'csv', skip)}
          />
        )}
        {at.step === 'look' && at.preview.kind === 'gedcom' && (
          <FamilyPreview
            fileName={at.file.name}
            preview={at.preview}
            busy={busy}
            onOther={() => setAt({ step: 'choose' })}
            onApply={() => void apply(at.file, 'gedcom', false)}
          />
        )}
        {at.step === 'done' && (
          <>
            <p role="status" className="text-l">
              {at.back ? t('tookBack') : <Came kind={at.kind} counts={at.counts} />}
            </p>
            {!at.back && <TakeBack at={at.counts.at} onBack={() => setAt({ ...at, back: true })} />}
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

/** How much came along. */
function Came({ kind, counts }: { kind: Preview['kind']; counts: ImportCounts }) {
  const t = useTranslations('boards.import')
  const came =
    kind === 'gedcom' ? t('gedcom.done', { count: counts.people ?? 0 }) : t('done', { count: counts.events })
  return counts.skipped > 0 ? `${came} ${t('doneSkipped', { count: counts.skipped })}` : came
}

/** The way back from the wrong file: all of it into the bin, in one step, from which it comes back. */
function TakeBack({ at, onBack }: { at: ImportCounts['at']; onBack: () => void }) {
  const session = useSession()
  const caseData = useCase()
  const t = useTranslations('boards.import')
  const lists = [caseData.people, caseData.organisations, caseData.events]
  const isHere = lists
    .flat()
    .some(({ createdAt, createdBy }) => createdAt === at && createdBy === session.me.id)
  // It comes over the board's own line, which may be a moment later.
  if (!isHere || !session.canWrite) return null
  return (
    <Button
      onClick={() => {
        binBrought(session.doc, session.actor(), { by: session.me.id, at })
        session.feed.flush()
        onBack()
      }}
    >
      {t('takeBack')}
    </Button>
  )
}
