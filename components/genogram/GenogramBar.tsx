'use client'
import { BookOpen, List, SlidersHorizontal } from 'lucide-react'
import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRoom } from '@/components/board/useRoom'
import { Dialog } from '@/components/ui/dialog'
import type { LegendEntry } from '@/lib/genogram/drawLegend'
import { BarLegend } from './BarLegend'
import { BarSettings } from './BarSettings'
import { StoryPanel } from './StoryPanel'
import { TimeSlider } from './TimeSlider'

const LOOK =
  'pointer-events-auto inline-flex min-h-[42px] min-w-10 items-center justify-center gap-2 rounded-card border border-line bg-surface px-3 text-m text-ink shadow-card hover:bg-paper'

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
        <BarLegend entries={legend} />
      </BarPopover>
      <button type="button" title={t('storyPanel.title')} className={LOOK} onClick={() => setStory(true)}>
        <BookOpen size={16} aria-hidden="true" />
        <span className="rt-roomy">{t('storyPanel.title')}</span>
      </button>
      <Dialog open={story} onOpenChange={setStory} title={t('storyPanel.title')} wide>
        <StoryPanel onLeave={() => setStory(false)} />
      </Dialog>
    </>
  )
}

function BarPopover({ name, icon, children }: { name: string; icon: ReactNode; children: ReactNode }) {
  return (
    <Popover.Root>
      <Popover.Trigger title={name} className={LOOK}>
        {icon}
        <span className="rt-roomy">{name}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={name}
          side="top"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          className="z-40 flex max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1rem)] flex-col gap-4 overflow-y-auto rounded-card border border-line bg-surface p-4 shadow-card"
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
