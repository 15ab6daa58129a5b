'use client'
import { Users } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { QUIET } from '@/components/ui/classes'
import { isLook, OPENER, usePeople } from './place'

/** Opens and closes the people of the story. */
export function PeopleButton() {
  const t = useTranslations('people')
  const { place, go, close } = usePeople()
  const isOpen = place !== null && !isLook(place)
  return (
    <button
      type="button"
      data-row={OPENER}
      aria-expanded={isOpen}
      className={`${QUIET} ${isOpen ? 'bg-accent-soft text-accent-strong!' : ''} max-[480px]:px-2`}
      onClick={() => (isOpen ? close() : go({ kind: 'all' }))}
    >
      <Users size={18} aria-hidden="true" />
      <span className="rt-header-word">{t('open')}</span>
    </button>
  )
}
