'use client'
import { Trash2 } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { QUIET } from '@/components/ui/classes'
import { useToast } from '@/components/ui/Toasts'
import { binRecord, restoreRecord } from '@/lib/case/commands/bin'
import { usePeople } from './place'
import { useLives } from './useLives'

interface Props {
  kind: 'people' | 'organisations'
  id: string
  name: string
}

/** Puts a person or an organisation in the bin; says before it where the name will be missed. */
export function RemoveButton({ kind, id, name }: Props) {
  const t = useTranslations('people')
  const { doc, actor, canWrite, feed } = useSession()
  const { go } = usePeople()
  const toast = useToast()
  const hint = useId()
  const lives = useLives(kind, id, name)
  if (!canWrite) return null
  const remove = () => {
    binRecord(doc, actor(), { kind, id })
    feed.flush()
    go({ kind: 'all' })
    toast(t('remove.done', { name: name || t('noName') }), {
      label: t('remove.undo'),
      run: () => {
        restoreRecord(doc, actor(), { kind, id })
        feed.flush()
      },
    })
  }
  return (
    <div>
      <button
        type="button"
        aria-describedby={hint}
        className={`-ml-3 text-danger! ${QUIET}`}
        onClick={remove}
      >
        <Trash2 size={16} aria-hidden="true" />
        {t('remove.button')}
      </button>
      <p id={hint} className="text-s text-ink-soft">
        {lives}
      </p>
    </div>
  )
}
