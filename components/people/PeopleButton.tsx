'use client'
import { Users } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { QUIET } from '@/components/ui/classes'
import { OPENER, usePeople } from './place'

/** Opens and closes the people of the story. */
export function PeopleButton() {
  const t = useTranslations('people')
  const { place, go, close } = usePeople()
  return (
    <button
      type="button"
      data-row={OPENER}
      aria-expanded={place !== null}
      className={`${QUIET} ${place ? 'bg-accent-soft text-accent-strong!' : ''} max-[480px]:px-2`}
      onClick={() => (place ? close() : go({ kind: 'all' }))}
    >
      <Users size={18} aria-hidden="true" />
      <span className="rt-header-word">{t('open')}</span>
    </button>
  )
}
