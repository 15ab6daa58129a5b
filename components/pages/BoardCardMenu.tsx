'use client'

import { Ellipsis, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormError } from '@/components/ui/field'
import { useAsk } from './useAsk'

/** What a facilitator can do with a board from the list: remove it, after a second thought. */
export function BoardCardMenu({ id, title }: { id: string; title: string }) {
  const t = useTranslations('boards')
  const tc = useTranslations('common')
  const router = useRouter()
  const { busy, error, ask } = useAsk()
  const [asked, setAsked] = useState(false)

  async function remove() {
    if (!(await ask('POST', `/api/boards/${id}/remove`, {}))) return
    setAsked(false)
    router.refresh()
  }

  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          aria-label={t('menu', { title })}
          className="relative z-10 -mr-2 ml-auto grid size-target shrink-0 place-items-center rounded-card hover:bg-paper"
        >
          <Ellipsis size={20} aria-hidden />
        </DropdownMenu.Trigger>
        <DropdownMenu.Content
          align="end"
          className="z-50 min-w-44 rounded-card border border-line bg-surface p-1 shadow-card"
        >
          <DropdownMenu.Item
            onSelect={() => setAsked(true)}
            className="flex min-h-target cursor-pointer items-center gap-2 rounded-[7px] px-3 font-semibold text-danger outline-none data-highlighted:bg-danger-soft"
          >
            <Trash2 size={18} aria-hidden />
            {t('remove.action')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Root>
      <Dialog
        open={asked}
        onOpenChange={setAsked}
        title={t('remove.title')}
        text={t('remove.text', { title })}
      >
        <div className="grid gap-3">
          <FormError message={error} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setAsked(false)}>{tc('cancel')}</Button>
            <Button look="danger" disabled={busy} onClick={() => void remove()}>
              {t('remove.confirm')}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
