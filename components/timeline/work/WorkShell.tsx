'use client'
import './work.css'
import { useSession } from '@/components/board/session'
import { EntryBar } from '../entry/EntryBar'
import { PasteDialog } from '../entry/PasteDialog'
import { usePasted } from '../entry/usePasted'
import { FilterChips } from '../find/FilterChips'
import { FindPanel } from '../find/FindPanel'
import { TellMode } from '../tell/TellMode'
import { useWorkKeys } from './useWorkKeys'
import { useWork } from './work'
import { WorkTools } from './WorkTools'

/**
 * What stands over the timeline to work with: over the canvas, or above the list where there is none. `canvas`: what
 * only a canvas has, such as the bar for several moments.
 */
export function WorkShell({ canvas, children }: { canvas: boolean; children?: React.ReactNode }) {
  const work = useWork()
  const { canWrite } = useSession()
  const { choose } = usePasted(canWrite)
  useWorkKeys()
  return (
    <>
      <div className={canvas ? 'rt-work rt-work-canvas' : 'rt-work rt-work-list'}>
        <div className="flex max-w-full flex-wrap items-start gap-2">
          <WorkTools onFile={choose} />
          {children}
        </div>
        <FilterChips />
        {work.tool === 'find' && <FindPanel />}
      </div>
      {work.tool === 'entry' && canWrite && (
        <div className={canvas ? 'rt-entry rt-entry-canvas' : 'rt-entry'}>
          <EntryBar />
        </div>
      )}
      {work.pasted && canWrite && <PasteDialog grid={work.pasted} />}
      {work.telling && <TellMode at={work.telling.at} />}
    </>
  )
}
