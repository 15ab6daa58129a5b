'use client'
import { Eye } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { isLook, LOOK_OPENER, usePeople } from '@/components/people/place'
import { QUIET } from '@/components/ui/classes'

/** Opens and closes what the group sees when it looks back: red threads and notes. */
export function LookButton() {
  const t = useTranslations('looking')
  const { place, go, close } = usePeople()
  const isOpen = isLook(place)
  return (
    <button
      type="button"
      data-row={LOOK_OPENER}
      aria-expanded={isOpen}
      className={`${QUIET} ${isOpen ? 'bg-accent-soft text-accent-strong!' : ''} max-[480px]:px-2`}
      onClick={() => (isOpen ? close() : go({ kind: 'look' }))}
    >
      <Eye size={18} aria-hidden="true" />
      <span className="rt-header-word rt-look-word">{t('title')}</span>
    </button>
  )
}
