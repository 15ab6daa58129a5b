'use client'
import { Dialog } from 'radix-ui'
import { useTranslations } from 'use-intl'
import { BUTTON, PRIMARY } from '@/components/ui/classes'
import { useSession } from '@/components/board/session'
import { sayDate } from '@/lib/dates/say'
import { shiftLength } from '@/lib/dates/shift'
import type { Drop } from './host'
import { dropDate } from './moments'
import type { Timeline } from './useTimeline'

interface Props {
  drops: readonly Drop[]
  timeline: Timeline
  onMove: () => void
  onKeep: () => void
}

/** A date that hangs on something else ("toen ze 11 was") is not moved without asking, nor without saying by how much. */
export function AnchorDialog({ drops, timeline, onMove, onKeep }: Props) {
  const t = useTranslations('dates')
  const { locale } = useSession()
  const { events } = timeline.caseData
  const anchored = drops.flatMap((drop) => {
    const event = events.find(({ id, anchor }) => id === drop.eventId && anchor !== null)
    return event ? [{ drop, event }] : []
  })
  const [first] = anchored
  const moved = first ? dropDate(first.drop, timeline) : null
  const shift = first?.event.date && moved !== null ? shiftLength(first.event.date, moved) : null
  return (
    <Dialog.Root open={drops.length > 0} onOpenChange={(open) => !open && onKeep()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-ink/30" />
        <Dialog.Content className="fixed top-1/3 left-1/2 z-50 w-[min(420px,calc(100vw-32px))] -translate-x-1/2 rounded-card bg-surface p-6 shadow-card">
          <Dialog.Title className="text-l font-bold">{t('anchor.title')}</Dialog.Title>
          <Dialog.Description asChild>
            <div className="mt-2 mb-5 flex flex-col gap-2 text-m">
              <p>{t('anchor.text', { words: first?.event.originalText ?? '' })}</p>
              {shift && moved !== null && (
                <p className="font-bold">
                  {t(shift.later ? 'anchor.later' : 'anchor.earlier', {
                    length: t(`length.${shift.unit}`, { count: shift.count }),
                    date: sayDate(moved, locale),
                  })}
                </p>
              )}
              {drops.length > 1 && <p>{t('anchor.more', { count: drops.length - 1 })}</p>}
            </div>
          </Dialog.Description>
          <div className="flex flex-wrap justify-end gap-2">
            <button type="button" className={BUTTON} onClick={onKeep}>
              {t('anchor.keep')}
            </button>
            <button type="button" className={PRIMARY} onClick={onMove}>
              {t('anchor.move')}
            </button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
