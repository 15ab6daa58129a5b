'use client'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { BarSettings } from '../BarSettings'
import { Parallels } from '../parallel/Parallels'
import { StoryPanel } from '../StoryPanel'
import { TidyButton } from '../TidyButton'
import { TimeSlider } from '../TimeSlider'
import { TypedFamily } from '../typed/TypedFamily'
import { AllBonds } from './AllBonds'
import { FamilyList } from './FamilyList'
import { Fold } from './Fold'

/**
 * Family and network without a canvas: the people, what is between them, a line to type them in, the story, what looks
 * alike, and how it is drawn for who does see it.
 */
export function FamilyPart() {
  const t = useTranslations('genogram')
  const { canWrite } = useSession()
  const isHeld = useCase().pins.some(({ view }) => view === 'genogram')
  return (
    <section aria-label={t('family.title')} className="flex flex-col gap-5">
      <FamilyList />
      <div className="flex flex-col">
        <Fold label={t('family.allBonds')}>
          <AllBonds />
        </Fold>
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
        <Fold label={t('family.look')}>
          <TimeSlider />
          <BarSettings />
          <div className="flex">
            <TidyButton pinned={isHeld} />
          </div>
        </Fold>
      </div>
    </section>
  )
}
