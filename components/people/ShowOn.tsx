'use client'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { useRoom } from '@/components/board/useRoom'
import { useView } from '@/components/board/viewChoice'
import { placesOf } from '@/lib/case/queries'

const CANVASES = ['timeline', 'genogram', 'stakeholders'] as const

/** Leads to the same person or organisation on another canvas, where they are marked; the panel stays open. */
export function ShowOn({ id }: { id: string }) {
  const t = useTranslations('people.card')
  const tv = useTranslations('board.view')
  const { view, beside, setView } = useView()
  const isShown = (name: string) => name === view || name === beside
  const places = placesOf(useCase(), id)
  // On a telephone there are no canvases.
  if (useRoom() === 'phone') return null
  const stands = { timeline: places.moments > 0, genogram: true, stakeholders: places.stakeholders > 0 }
  const shown = CANVASES.filter((name) => stands[name])
  return (
    <div role="group" aria-label={t('showOn')} className="-mx-2 -mb-2 flex flex-wrap items-center gap-x-0.5">
      <span aria-hidden="true" className="px-2 text-s text-ink-soft">
        {t('showOn')}
      </span>
      {/* That of the canvas that is shown stays too: it was pressed, and the keyboard is on it. */}
      {shown.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={isShown(name) ? 'true' : undefined}
          className="inline-flex min-h-9 items-center rounded-md px-2 text-s font-bold text-ink-soft hover:bg-accent-soft hover:text-ink aria-[current=true]:bg-unknown-soft aria-[current=true]:text-ink"
          onClick={() => !isShown(name) && setView(name)}
        >
          {tv(name)}
        </button>
      ))}
    </div>
  )
}
