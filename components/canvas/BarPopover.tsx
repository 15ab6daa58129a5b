'use client'
import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'

/** How a button at the foot of a canvas looks. */
export const BAR_BUTTON =
  'pointer-events-auto inline-flex min-h-[42px] min-w-10 items-center justify-center gap-2 rounded-card border border-line bg-surface px-3 text-m text-ink shadow-card hover:bg-paper'

/** A button at the foot of a canvas, and what opens above it. Where there is little room it shows its sign alone. */
export function BarPopover({ name, icon, children }: { name: string; icon: ReactNode; children: ReactNode }) {
  return (
    <Popover.Root>
      <Popover.Trigger title={name} className={BAR_BUTTON}>
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
