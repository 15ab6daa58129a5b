'use client'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { Parallels } from '../parallel/Parallels'
import { StoryPanel } from '../StoryPanel'
import { TypedFamily } from '../typed/TypedFamily'
import { FamilyList } from './FamilyList'
import { Fold } from './Fold'

/** Family and network without a canvas: the people, a line to type them in, the story, and what looks alike. */
export function FamilyPart() {
  const t = useTranslations('genogram')
  const { canWrite } = useSession()
  return (
    <section aria-label={t('family.title')} className="flex flex-col gap-5">
      <FamilyList />
      <div className="flex flex-col">
        {canWrite && (
          <Fold label={t('typed.title')}>
            <TypedFamily />
          </Fold>
        )}
        <Fold label={t('storyPanel.title')}>
          <StoryPanel />
        </Fold>
        <Fold label={t('parallel.list')}>
          <Parallels />
        </Fold>
      </div>
    </section>
  )
}
