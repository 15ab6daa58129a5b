'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'

/** A sheet of paper over the page: focus stays inside, Escape and a click beside it close it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  text,
  wide = false,
  toRead = false,
  children,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** One or two sentences under the title. */
  text?: string
  wide?: boolean
  /** Nothing in it can have the focus: who goes by keyboard scrolls the sheet itself. */
  toRead?: boolean
  children: ReactNode
}) {
  const t = useTranslations('common')
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-[1000] bg-ink/30" />
        <Radix.Content
          {...(text ? {} : { 'aria-describedby': undefined })}
          className={
            'fixed inset-x-0 bottom-0 z-[1001] flex max-h-[92dvh] flex-col rounded-t-[16px] bg-surface shadow-card outline-none ' +
            'sm:inset-x-auto sm:bottom-auto sm:left-1/2 sm:top-1/2 sm:max-h-[88dvh] sm:-translate-x-1/2 sm:-translate-y-1/2 ' +
            `sm:rounded-[14px] ${wide ? 'sm:w-[640px]' : 'sm:w-[480px]'}`
          }
        >
          <header className="flex items-start justify-between gap-4 px-5 pb-3 pt-4 sm:px-6 sm:pt-5">
            <div>
              <Radix.Title className="text-l font-bold">{title}</Radix.Title>
              {text && <Radix.Description className="mt-1 text-ink-soft">{text}</Radix.Description>}
            </div>
            <Radix.Close
              aria-label={t('close')}
              className="-mr-2 -mt-1 grid size-target shrink-0 place-items-center rounded-card text-ink-soft hover:bg-paper"
            >
              <X size={20} aria-hidden />
            </Radix.Close>
          </header>
          <div
            className="overflow-y-auto px-5 pb-5 sm:px-6 sm:pb-6"
            {...(toRead ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}
          >
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
