'use client'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { useToast } from '@/components/ui/Toasts'
import { changeEvents } from '@/lib/case/commands/many'
import type { ManyChange } from '@/lib/case/commands/many'
import { addToThread } from '@/lib/case/commands/threads'
import { Circle, EventKind } from '@/lib/case/schema'
import type { CircleName } from '@/lib/case/schema'
import { useLanes } from '../useTimeline'
import { LoopDialog } from './LoopDialog'

const ITEM =
  'flex min-h-10 cursor-default items-center rounded-lg px-3 text-m outline-none data-[highlighted]:bg-accent-soft'
const TRIGGER =
  'inline-flex min-h-10 items-center rounded-lg px-2.5 text-m font-bold text-ink hover:bg-paper data-[state=open]:bg-accent-soft'
const SHIFTS: readonly { count: number; unit: 'day' | 'month' | 'year' }[] = [
  { count: -1, unit: 'year' },
  { count: 1, unit: 'year' },
  { count: -1, unit: 'month' },
  { count: 1, unit: 'month' },
  { count: -1, unit: 'day' },
  { count: 1, unit: 'day' },
]

interface Props {
  /** Ids of the moments that are chosen. */
  chosen: readonly string[]
  onBin: (ids: readonly string[]) => void
  /** They are let go of. */
  onLet: () => void
}

/** What can be done with several moments at once, each as one step. Nothing below two. */
export function ManyBar({ chosen: ids, onBin, onLet }: Props) {
  const t = useTranslations('work.many')
  const tt = useTranslations('timeline')
  const { doc, actor, feed, locale } = useSession()
  const toast = useToast()
  const lanes = useLanes()
  const { people, organisations, threads } = useCase()
  const [looping, setLooping] = useState<readonly string[] | null>(null)
  if (ids.length < 2 && !looping) return null

  const change = (one: ManyChange) => () => {
    const changed = changeEvents(doc, actor(), { ids, change: one })
    feed.flush()
    toast(t('changed', { count: changed.length, all: ids.length }))
  }
  const member = (kind: 'people' | 'organisations', present: boolean) =>
    ({ people, organisations })[kind].map(({ id, name }) => (
      <Item key={id} onSelect={change({ what: 'member', kind, id, present })}>
        {name}
      </Item>
    ))
  return (
    <>
      <div
        role="toolbar"
        aria-label={t('label')}
        data-many
        className="pointer-events-auto flex max-w-full flex-wrap items-center gap-0.5 rounded-card border border-accent bg-surface px-2 py-1 shadow-card"
      >
        <p role="status" className="px-2 text-m font-bold">
          {t('count', { count: ids.length })}
        </p>
        <Menu label={t('kind')}>
          {EventKind.options.map((kind) => (
            <Item key={kind} onSelect={change({ what: 'kind', kind })}>
              {tt(`kind.${kind}`)}
            </Item>
          ))}
        </Menu>
        <Menu label={t('side')}>
          {lanes.map((lane) => (
            <Item key={lane.id} onSelect={change({ what: 'side', side: lane.id })}>
              {lane.name}
            </Item>
          ))}
        </Menu>
        <Menu label={t('source')}>
          {Circle.options.map((source: CircleName) => (
            <Item key={source} onSelect={change({ what: 'source', source })}>
              {tt(`source.${source}`)}
            </Item>
          ))}
          <Item onSelect={change({ what: 'source', source: null })}>{tt('source.none')}</Item>
        </Menu>
        <Menu label={t('who')}>
          <DropdownMenu.Label className="px-3 py-1 text-s text-ink-soft">{t('whoAdd')}</DropdownMenu.Label>
          {member('people', true)}
          {member('organisations', true)}
          <DropdownMenu.Label className="px-3 py-1 text-s text-ink-soft">{t('whoRemove')}</DropdownMenu.Label>
          {member('people', false)}
          {member('organisations', false)}
        </Menu>
        <Menu label={t('crucial')}>
          <Item onSelect={change({ what: 'crucial', crucial: true })}>{t('crucialYes')}</Item>
          <Item onSelect={change({ what: 'crucial', crucial: false })}>{t('crucialNo')}</Item>
        </Menu>
        <Menu label={t('shift')}>
          {SHIFTS.map(({ count, unit }) => (
            <Item key={`${count}${unit}`} onSelect={change({ what: 'shift', count, unit, locale })}>
              {t(count > 0 ? `later.${unit}` : `earlier.${unit}`)}
            </Item>
          ))}
        </Menu>
        <Menu label={t('thread')}>
          <Item onSelect={() => setLooping(ids)}>{t('newThread')}</Item>
          {threads.map((thread) => (
            <Item
              key={thread.id}
              onSelect={() => {
                const added = addToThread(doc, actor(), { id: thread.id, items: ids })
                feed.flush()
                toast(t('changed', { count: added.length, all: ids.length }))
              }}
            >
              {thread.title}
            </Item>
          ))}
        </Menu>
        <button type="button" className={`${TRIGGER} text-danger`} onClick={() => onBin(ids)}>
          {t('bin')}
        </button>
        <button type="button" className={TRIGGER} onClick={onLet}>
          {t('let')}
        </button>
      </div>
      {looping && <LoopDialog items={looping} onDone={() => setLooping(null)} />}
    </>
  )
}

function Menu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={TRIGGER}>{label}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          sideOffset={6}
          className="z-40 max-h-80 min-w-48 overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-card"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Item({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <DropdownMenu.Item className={ITEM} onSelect={onSelect}>
      {children}
    </DropdownMenu.Item>
  )
}
