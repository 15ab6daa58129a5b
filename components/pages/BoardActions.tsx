'use client'

import { Ellipsis, Eye, FileDown, FileUp, Keyboard, Link2, Printer } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { openKeys } from '@/components/lanes/KeysDialog'
import { WhoSeesWhat } from '@/components/reserved/WhoSeesWhat'
import { Button } from '@/components/ui/button'
import { ExportDialog } from './ExportDialog'
import { ImportDialog } from './ImportDialog'
import { InviteDialog } from './InviteDialog'
import { ReturnLinkDialog } from './ReturnLinkDialog'

const ITEM =
  'flex min-h-target cursor-pointer items-center gap-3 rounded-[7px] px-3 outline-none data-highlighted:bg-accent-soft'

/**
 * In the bar of a board: "Uitnodigen" for who manages it, and "Meer". `me`: the id of who is here; `guest`:
 * they came by a link and have no account to come back with.
 */
export function BoardActions(props: { boardId: string; me: string; manage: boolean; guest: boolean }) {
  const t = useTranslations('boards')
  const te = useTranslations('export')
  const tp = useTranslations('print')
  const tr = useTranslations('reserved')
  const tk = useTranslations('lanes.keys')
  const [shown, setShown] = useState<'invite' | 'import' | 'export' | 'return' | 'who' | null>(null)
  const dialog = (name: typeof shown) => ({
    open: shown === name,
    onOpenChange: (open: boolean) => setShown(open ? name : null),
  })

  return (
    <>
      {props.manage && <Button onClick={() => setShown('invite')}>{t('invite.open')}</Button>}
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          aria-label={t('more')}
          title={t('more')}
          className="grid size-target shrink-0 place-items-center rounded-card border border-line bg-surface hover:border-edge"
        >
          <Ellipsis size={20} aria-hidden />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            sideOffset={4}
            className="z-[900] min-w-56 rounded-card border border-line bg-surface p-1 shadow-card"
          >
            {props.manage && (
              <DropdownMenu.Item className={ITEM} onSelect={() => setShown('import')}>
                <FileUp size={18} aria-hidden />
                {t('import.open')}
              </DropdownMenu.Item>
            )}
            <DropdownMenu.Item className={ITEM} onSelect={() => setShown('export')}>
              <FileDown size={18} aria-hidden />
              {te('open')}
            </DropdownMenu.Item>
            <DropdownMenu.Item asChild className={ITEM}>
              <Link href={`/boards/${props.boardId}/print`} prefetch={false}>
                <Printer size={18} aria-hidden />
                {tp('title')}
              </Link>
            </DropdownMenu.Item>
            <DropdownMenu.Item className={ITEM} onSelect={() => setShown('who')}>
              <Eye size={18} aria-hidden />
              {tr('title')}
            </DropdownMenu.Item>
            <DropdownMenu.Item className={ITEM} onSelect={openKeys}>
              <Keyboard size={18} aria-hidden />
              {tk('title')}
            </DropdownMenu.Item>
            {props.guest && (
              <DropdownMenu.Item className={ITEM} onSelect={() => setShown('return')}>
                <Link2 size={18} aria-hidden />
                {t('returnLink.open')}
              </DropdownMenu.Item>
            )}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {props.manage && <InviteDialog boardId={props.boardId} me={props.me} {...dialog('invite')} />}
      {props.manage && <ImportDialog boardId={props.boardId} {...dialog('import')} />}
      <WhoSeesWhat boardId={props.boardId} {...dialog('who')} />
      <ExportDialog boardId={props.boardId} {...dialog('export')} />
      {props.guest && <ReturnLinkDialog {...dialog('return')} />}
    </>
  )
}
