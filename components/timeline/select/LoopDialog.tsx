'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { Choice } from '@/components/ui/Choice'
import { FIELD, LABEL, PRIMARY } from '@/components/ui/classes'
import { Dialog } from '@/components/ui/dialog'
import { addThread } from '@/lib/case/commands/threads'
import type { CaseThread } from '@/lib/case/schema'

/** "Dit herhaalt zich", or a theme that runs through these moments: what the group calls it. */
export function LoopDialog({ items, onDone }: { items: readonly string[]; onDone: () => void }) {
  const t = useTranslations('work.thread')
  const { doc, actor, feed } = useSession()
  const [form, setForm] = useState<CaseThread['form']>('loop')
  const [title, setTitle] = useState('')
  const forms = (['loop', 'theme'] as const).map((value) => ({ value, label: t(`say.${value}`) }))
  return (
    <Dialog open onOpenChange={(open) => !open && onDone()} title={t('new', { count: items.length })}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim() === '') return
          addThread(doc, actor(), { form, title, items })
          feed.flush()
          onDone()
        }}
      >
        <Choice label={t('what')} options={forms} value={form} onChange={setForm} />
        <label className={LABEL}>
          {t('title')}
          <input
            className={`mt-1 ${FIELD}`}
            value={title}
            maxLength={300}
            placeholder={t('placeholder')}
            onChange={({ target }) => setTitle(target.value)}
          />
        </label>
        <button type="submit" className={PRIMARY} disabled={title.trim() === ''}>
          {t('make')}
        </button>
      </form>
    </Dialog>
  )
}
