'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormError } from '@/components/ui/field'
import { isLegalBasis } from '@/lib/access/sharing'
import { InviteLinkForm } from './InviteLinkForm'
import { InviteList } from './InviteList'
import { MemberList } from './MemberList'
import { PurposeForm } from './PurposeForm'
import { useSharing } from './useSharing'
import { useAsk } from './useAsk'

/** Who is asked to the table: purpose first, once; then links, and who can open the board. */
export function InviteDialog({
  boardId,
  me,
  open,
  onOpenChange,
}: {
  boardId: string
  me: string
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const t = useTranslations('boards.invite')
  const tc = useTranslations('common')
  const router = useRouter()
  const { sharing, error, load } = useSharing(boardId)
  const opening = useAsk()

  useEffect(() => {
    if (open) void load()
  }, [open, load])

  async function openBoard() {
    if (!(await opening.ask('POST', `/api/boards/${boardId}/open`, {}))) return
    opening.done()
    await load()
    // The board itself says "concept" until its page is asked again.
    router.refresh()
  }

  const needsPurpose = sharing !== null && (!sharing.purpose || !sharing.legalBasis)
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={onOpenChange}
      title={needsPurpose ? t('purposeTitle') : t('title')}
      {...(needsPurpose && { text: t('purposeText') })}
    >
      <FormError message={error} />
      {sharing === null && error === null && <p role="status">{tc('busy')}</p>}
      {needsPurpose && <PurposeForm boardId={boardId} onDone={load} />}
      {sharing !== null && !needsPurpose && (
        <div className="grid gap-6">
          {sharing.state === 'draft' && (
            <div className="grid gap-3 rounded-card border border-dashed border-edge bg-paper p-4 sm:grid-cols-[1fr_auto] sm:items-center">
              <p>
                <strong>{t('draft')}</strong> {t('draftWait')}
              </p>
              <Button look="primary" disabled={opening.busy} onClick={() => void openBoard()}>
                {t('openBoard')}
              </Button>
              <div className="sm:col-span-2 [&:has(:empty)]:hidden">
                <FormError message={opening.error} />
              </div>
            </div>
          )}
          <InviteLinkForm boardId={boardId} onMade={load} />
          <InviteList boardId={boardId} invites={sharing.invites} onChange={load} />
          <MemberList me={me} members={sharing.members} />
          <section>
            <h3>{t('yourPurpose')}</h3>
            <p className="whitespace-pre-line text-ink-soft">
              {sharing.purpose}
              {' · '}
              {isLegalBasis(sharing.legalBasis) ? t(`bases.${sharing.legalBasis}`) : sharing.legalBasis}
            </p>
          </section>
        </div>
      )}
    </Dialog>
  )
}
