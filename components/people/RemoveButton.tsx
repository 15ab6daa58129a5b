'use client'
import { Trash2 } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { QUIET } from '@/components/ui/classes'
import { useToast } from '@/components/ui/Toasts'
import { binRecord, restoreRecord } from '@/lib/case/commands/bin'
import { placesOf } from '@/lib/case/queries'
import { usePeople } from './place'

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
  const places = usePlaceWords(id)
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
        {places === '' ? t('remove.nowhere') : t('remove.lives', { places })}
      </p>
    </div>
  )
}

/** Where somebody lives, in words: "bij 3 momenten, 2 keer in het geno-sociogram"; "" for nowhere. */
function usePlaceWords(id: string): string {
  const t = useTranslations('people.remove')
  const { locale } = useSession()
  const { moments, genogram, stakeholders, members } = placesOf(useCase(), id)
  const words = [
    moments > 0 ? t('moments', { count: moments }) : '',
    members > 0 ? t('members', { count: members }) : '',
    genogram > 0 ? t('genogram', { count: genogram }) : '',
    stakeholders > 0 ? t('stakeholders') : '',
  ]
  return new Intl.ListFormat(locale).format(words.filter(Boolean))
}
