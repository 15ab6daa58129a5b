'use client'
import { Check, ChevronDown, Columns2 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useTranslations } from 'use-intl'
import { useIsWide, useRoom } from './useRoom'
import { useView } from './viewChoice'
import { VIEWS } from './views'
import type { ViewName } from './views'

interface Props {
  view: ViewName
  onView: (view: ViewName) => void
}

/** How one looks at the board: side by side where there is room, one menu beside a video call. */
export function ViewSwitch(props: Props) {
  const room = useRoom()
  if (room === 'phone') return null
  return room === 'compact' ? <ViewMenu {...props} /> : <ViewRow {...props} />
}

function ViewRow({ view, onView }: Props) {
  const t = useTranslations('board')
  return (
    <nav aria-label={t('view.label')} className="rt-header-nav flex rounded-lg bg-unknown-soft p-0.5">
      {VIEWS.map((name) => (
        <a
          key={name}
          href={`?view=${name}`}
          aria-current={view === name ? 'page' : undefined}
          className={`flex min-h-9 items-center rounded-md px-3 text-m font-bold ${
            view === name ? 'bg-surface text-ink shadow-card' : 'text-ink-soft hover:text-ink'
          }`}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            onView(name)
          }}
        >
          {t(`view.${name}`)}
        </a>
      ))}
      <BesideButton />
    </nav>
  )
}

/** Two canvases beside each other, where there is room for them. */
function BesideButton() {
  const t = useTranslations('board.beside')
  const { view, beside, setBeside } = useView()
  const isWide = useIsWide()
  if (!isWide || view === 'list') return null
  return (
    <button
      type="button"
      aria-label={t('open')}
      aria-pressed={beside !== null}
      title={t('open')}
      className="ml-0.5 grid size-9 place-items-center rounded-md text-ink-soft hover:text-ink aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-card"
      onClick={() => setBeside(beside !== null ? null : view === 'genogram' ? 'timeline' : 'genogram')}
    >
      <Columns2 size={18} aria-hidden="true" />
    </button>
  )
}

function ViewMenu({ view, onView }: Props) {
  const t = useTranslations('board')
  return (
    <nav aria-label={t('view.label')} className="rt-header-nav">
      {/* Without a portal: the menu stays inside the landmark that it belongs to. */}
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className="flex min-h-10 items-center gap-1 rounded-lg bg-unknown-soft px-3 text-m font-bold">
          {t(`view.${view}`)}
          <ChevronDown size={16} aria-hidden="true" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="z-[900] min-w-44 rounded-card border border-line bg-surface p-1 shadow-card"
        >
          <DropdownMenu.RadioGroup value={view} onValueChange={(next) => onView(next as ViewName)}>
            {VIEWS.map((name) => (
              <DropdownMenu.RadioItem
                key={name}
                value={name}
                className="flex min-h-target cursor-pointer items-center gap-2 rounded-[7px] px-3 text-m outline-none data-highlighted:bg-accent-soft"
              >
                <span className="w-4">
                  <DropdownMenu.ItemIndicator>
                    <Check size={16} aria-hidden="true" />
                  </DropdownMenu.ItemIndicator>
                </span>
                {t(`view.${name}`)}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Root>
    </nav>
  )
}
