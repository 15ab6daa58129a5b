'use client'
import { Eye } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { browserClock } from '@/components/board/browserClock'
import { useSession } from '@/components/board/session'
import { ask } from '@/components/pages/api'
import { PRIMARY, QUIET } from '@/components/ui/classes'
import { useToast } from '@/components/ui/Toasts'
import { binRecord, restoreRecord } from '@/lib/case/commands/bin'
import type { CaseRound } from '@/lib/case/schema'
import type { StepState, StepStatus } from '@/lib/entries/entry'
import { entriesAddress } from './useOwnPlaces'

/** Nothing is sent when somebody places: who guides asks. Milliseconds. */
const ASK_MS = 3_000

/** For who guides: how many placed and are ready, never who or what; and the press that puts it on the table. */
export function GuideRow({ round, saving }: { round: CaseRound; saving: boolean }) {
  const t = useTranslations('stakeholders.round')
  const te = useTranslations('errors')
  const session = useSession()
  const toast = useToast()
  const [pressed, setPressed] = useState(false)
  const step = `${entriesAddress(session.boardId)}/${round.id}`
  const counts = useCounts(step)

  const reveal = async () => {
    setPressed(true)
    const answer = await ask<{ state: StepState }>('POST', `${step}/reveal`, { into: 'round' })
    setPressed(false)
    if (!answer.ok) toast(answer.message ?? te(answer.code))
    else if (answer.value.state !== 'revealed') toast(t('revealing'))
  }
  const stop = () => {
    const { doc, feed, actor } = session
    const record = { kind: 'rounds', id: round.id } as const
    binRecord(doc, actor(), record)
    feed.flush()
    toast(t('stopped'), {
      label: t('undo'),
      run: () => {
        restoreRecord(doc, actor(), record)
        feed.flush()
      },
    })
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status" className="text-m tabular-nums">
        {counts ? t('counts', counts) : t('noCounts')}
      </p>
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <button type="button" className={QUIET} onClick={stop}>
          {t('stop')}
        </button>
        <button type="button" className={PRIMARY} disabled={pressed || saving} onClick={() => void reveal()}>
          <Eye size={18} aria-hidden="true" />
          {t('reveal')}
        </button>
      </div>
    </div>
  )
}

function useCounts(step: string): StepStatus['counts'] {
  const [counts, setCounts] = useState<StepStatus['counts']>(null)
  useEffect(() => {
    let isOver = false
    let stop = () => {}
    const look = async () => {
      const answer = await ask<StepStatus>('GET', step)
      if (isOver) return
      if (answer.ok && answer.value.counts) setCounts(answer.value.counts)
      stop = browserClock.after(ASK_MS, () => void look())
    }
    void look()
    return () => {
      isOver = true
      stop()
    }
  }, [step])
  return counts
}
