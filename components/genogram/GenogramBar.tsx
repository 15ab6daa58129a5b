'use client'
import { BookOpen, List, SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRoom } from '@/components/board/useRoom'
import { BarLegend } from '@/components/canvas/BarLegend'
import { BAR_BUTTON, BarPopover } from '@/components/canvas/BarPopover'
import { Dialog } from '@/components/ui/dialog'
import type { LegendEntry } from '@/lib/genogram/drawLegend'
import { BarSettings } from './BarSettings'
import { StoryPanel } from './StoryPanel'
import { TimeSlider } from './TimeSlider'

/**
 * At the foot of the geno-sociogram: which year, who is shown and how it is drawn, what its signs mean, and the same
 * told in sentences. On a small screen the slider is in the menu too. `legend`: what is used in the picture.
 */
export function GenogramBar({ legend, children }: { legend: readonly LegendEntry[]; children?: ReactNode }) {
  const t = useTranslations('genogram')
  const [story, setStory] = useState(false)
  const isCompact = useRoom() !== 'roomy'
  return (
    <>
      <BarPopover name={t('bar.look')} icon={<SlidersHorizontal size={16} aria-hidden="true" />}>
        {isCompact && <TimeSlider />}
        <BarSettings />
      </BarPopover>
      {!isCompact && (
        <div className="pointer-events-auto rounded-card border border-line bg-surface px-3 shadow-card">
          <TimeSlider row />
        </div>
      )}
      {children}
      <BarPopover name={t('legend.title')} icon={<List size={16} aria-hidden="true" />}>
        <BarLegend entries={legend} label={t('bar.signs')} none={t('bar.noLegend')} />
      </BarPopover>
      <button
        type="button"
        title={t('storyPanel.title')}
        className={BAR_BUTTON}
        onClick={() => setStory(true)}
      >
        <BookOpen size={16} aria-hidden="true" />
        <span className="rt-roomy">{t('storyPanel.title')}</span>
      </button>
      <Dialog open={story} onOpenChange={setStory} title={t('storyPanel.title')} wide>
        <StoryPanel onLeave={() => setStory(false)} />
      </Dialog>
    </>
  )
}
