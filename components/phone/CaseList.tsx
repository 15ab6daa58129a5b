'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { FamilyPart } from '@/components/genogram/family/FamilyPart'
import { useGenogramView } from '@/components/genogram/view'
import { LookList } from '@/components/looking/LookList'
import { usePeople } from '@/components/people/place'
import { roundOfAddress } from '@/components/stakeholders/rounds/useRounds'
import { StakeTable } from '@/components/stakeholders/StakeTable'
import { WorkShell } from '@/components/timeline/work/WorkShell'
import { Switch } from '@/components/ui/Switch'
import { ListTools } from './ListTools'
import { MomentsPart } from './MomentsPart'
import { useShownAs } from './useShownAs'

/** What a case can be read as without a canvas. */
const PARTS = ['moments', 'family', 'stakes', 'look'] as const

/** The case as a list to read and to work in: the same case, without a canvas. `narrow`: panels lie over it. */
export function CaseList({ narrow }: { narrow: boolean }) {
  const tf = useTranslations('genogram.family')
  const ts = useTranslations('stakeholders')
  const tl = useTranslations('looking')
  const focus = useFocus()
  const { place } = usePeople()
  const { bond } = useGenogramView()
  const covered = narrow && (focus.eventId !== null || bond !== null || place !== null)
  // Who was in a round is there again after a reload.
  const [part, setPart] = useState<(typeof PARTS)[number]>(() => (roundOfAddress() ? 'stakes' : 'moments'))
  const [as, setAs] = useShownAs()
  // A table needs the room; lines of words are read better when they are short.
  const isTable = part === 'stakes' || (part === 'moments' && as === 'table')
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" inert={covered}>
      <WorkShell canvas={false} />
      <div
        className={`mx-auto flex flex-col gap-4 px-4 pt-4 pb-24 max-[380px]:px-2 ${isTable ? 'max-w-4xl' : 'max-w-2xl'}`}
      >
        <Switch
          label={tf('parts')}
          options={PARTS.map((value) => ({
            value,
            label: value === 'stakes' ? ts('title') : value === 'look' ? tl('title') : tf(`part.${value}`),
          }))}
          value={part}
          onChange={setPart}
        />
        <ListTools />
        {part === 'family' && <FamilyPart />}
        {part === 'stakes' && <StakeTable />}
        {part === 'look' && <LookList />}
        {part === 'moments' && <MomentsPart as={as} onAs={setAs} />}
      </div>
    </div>
  )
}
