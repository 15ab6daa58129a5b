'use client'
import { Keyboard, Minus, Plus, Rows3, SlidersHorizontal } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import type { LineSettings } from '@/components/timeline/useTimeline'
import { Choice } from '@/components/ui/Choice'
import { BUTTON, FIELD, LABEL, QUIET } from '@/components/ui/classes'
import { setAgeOf, setPxPerYear, setScale, stepPxPerYear } from '@/lib/case/commands/views'
import { openKeys } from './KeysDialog'
import { LanesDialog } from './LanesDialog'

const SCALES = ['linear', 'compressed', 'even'] as const

/** How the line is drawn, for everybody; and the way to its lanes and keys. */
export function LineMenu({ timeline }: { timeline: LineSettings }) {
  const t = useTranslations('lanes')
  const { doc, actor, canWrite, feed } = useSession()
  const [open, setOpen] = useState(false)
  const [lanesOpen, setLanesOpen] = useState(false)
  const { scale = 'linear', pxPerYear } = timeline.settings
  const act = (change: () => boolean) => {
    change()
    feed.flush()
  }
  return (
    <>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          title={t('look.open')}
          className="pointer-events-auto inline-flex min-h-[42px] min-w-10 items-center justify-center gap-2 rounded-card border border-line bg-surface px-3 text-m text-ink shadow-card hover:bg-paper"
        >
          <SlidersHorizontal size={16} aria-hidden="true" />
          <span className="rt-roomy">{t('look.open')}</span>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            aria-label={t('look.open')}
            side="top"
            align="start"
            sideOffset={8}
            collisionPadding={8}
            className="z-40 flex max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1rem)] flex-col gap-3 overflow-y-auto rounded-card border border-line bg-surface p-4 shadow-card"
          >
            <Choice
              columns={1}
              label={t('look.scale')}
              options={SCALES.map((value) => ({ value, label: t(`look.scales.${value}`) }))}
              value={scale}
              disabled={!canWrite}
              onChange={(next) => act(() => setScale(doc, actor(), next))}
            />
            <div role="group" aria-label={t('look.width')}>
              <p className={LABEL} aria-hidden="true">
                {t('look.width')}
              </p>
              <div className="mt-1 grid grid-cols-2 gap-2">
                {([-1, 1] as const).map((step) => (
                  <button
                    key={step}
                    type="button"
                    className={BUTTON}
                    disabled={!canWrite || scale === 'even' || stepPxPerYear(pxPerYear, step) === pxPerYear}
                    onClick={() => act(() => setPxPerYear(doc, actor(), stepPxPerYear(pxPerYear, step)))}
                  >
                    {step < 0 ? (
                      <Minus size={16} aria-hidden="true" />
                    ) : (
                      <Plus size={16} aria-hidden="true" />
                    )}
                    {step < 0 ? t('look.narrower') : t('look.wider')}
                  </button>
                ))}
              </div>
            </div>
            <AgeOf timeline={timeline} />
            <p className="text-s text-ink-soft">{canWrite ? t('look.shared') : t('look.readOnly')}</p>
            <hr className="border-line" />
            <div className="-mx-2 flex flex-col items-start">
              {canWrite && (
                <button
                  type="button"
                  className={QUIET}
                  onClick={() => {
                    setOpen(false)
                    setLanesOpen(true)
                  }}
                >
                  <Rows3 size={18} aria-hidden="true" />
                  {t('title')}
                </button>
              )}
              <button
                type="button"
                className={QUIET}
                onClick={() => {
                  setOpen(false)
                  openKeys()
                }}
              >
                <Keyboard size={18} aria-hidden="true" />
                {t('keys.title')}
              </button>
            </div>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <LanesDialog open={lanesOpen} onOpenChange={setLanesOpen} timeline={timeline} />
    </>
  )
}

/** Whose age stands on the axis: anybody whose birth is known. */
function AgeOf({ timeline: { caseData } }: { timeline: LineSettings }) {
  const t = useTranslations('lanes.look')
  const { doc, actor, canWrite, feed } = useSession()
  const id = useId()
  const { indexPerson } = caseData.meta
  const born = caseData.people.filter(({ birth, name }) => birth.date !== null && name)
  const chosen = caseData.views.find((view) => view.id === 'timeline')?.ageOf ?? null
  const about = caseData.people.find((person) => person.id === indexPerson)
  if (born.length === 0) return <p className="text-s text-ink-soft">{t('noAges')}</p>
  return (
    <div>
      <label htmlFor={id} className={LABEL}>
        {t('age')}
      </label>
      <select
        id={id}
        className={`mt-1 min-h-10 ${FIELD}`}
        disabled={!canWrite}
        value={born.some((person) => person.id === chosen) ? (chosen ?? '') : ''}
        onChange={({ target }) => {
          setAgeOf(doc, actor(), target.value || null)
          feed.flush()
        }}
      >
        <option value="">{about?.name ? t('ageAbout', { name: about.name }) : t('ageNone')}</option>
        {born.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </div>
  )
}
