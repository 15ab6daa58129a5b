'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useReservedDoc, useSession } from '@/components/board/session'
import { useAsk } from '@/components/pages/useAsk'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Choices, FormError } from '@/components/ui/field'
import { useToast } from '@/components/ui/Toasts'
import { Proposal, type ProposalInput, writeProposal } from '@/lib/case/reserved/proposal'
import { reservedAddress } from './layer'
import { admittedNames, useLayer, useNameList } from './useLayer'

/** A sensitive mark in the making: how it is written when everybody may see it, and what it is when not. */
export interface SensitiveMark {
  /** Writes it in the open case: a command, run once when its author says so. */
  openly: () => void
  /** The same for who may know. */
  reserved: ProposalInput
}

/**
 * Asks the author of a sensitive mark who may see it, and writes it there. Everybody is what is chosen until they say
 * otherwise; nothing is written before they have. Who is not admitted hands it in, and is told that they cannot read
 * it afterwards. `mark` null: nothing is asked. `onDone` says where it went, or null when they thought better of it.
 */
export function WhoMaySee({
  mark,
  onDone,
}: {
  mark: SensitiveMark | null
  onDone: (where: 'everybody' | 'reserved' | null) => void
}) {
  return mark && <Question mark={mark} onDone={onDone} />
}

function Question({
  mark,
  onDone,
}: {
  mark: SensitiveMark
  onDone: (where: 'everybody' | 'reserved' | null) => void
}) {
  const t = useTranslations('reserved.ask')
  const tc = useTranslations('common')
  const te = useTranslations('errors')
  const { boardId, actor, feed } = useSession()
  const doc = useReservedDoc()
  const { layer } = useLayer(boardId, true)
  const names = useNameList()(admittedNames(layer))
  const [who, setWho] = useState<'everybody' | 'reserved'>('everybody')
  const [problem, setProblem] = useState<string | null>(null)
  const { busy, error, ask } = useAsk()
  const toast = useToast()
  async function keep() {
    if (who === 'everybody') mark.openly()
    else if (doc) {
      const proposal = Proposal.safeParse(mark.reserved)
      if (!proposal.success || !writeProposal(doc, actor(), proposal.data)) return setProblem(te('bad-input'))
      toast(t('kept'))
    } else {
      if (!(await ask('POST', `${reservedAddress(boardId)}/proposals`, mark.reserved))) return
      toast(t('handedIn'))
    }
    feed.flush()
    onDone(who)
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onDone(null)} title={t('title')} text={t('text')}>
      <div className="grid gap-4">
        <Choices
          legend={t('title')}
          name="who-may-see"
          value={who}
          onChange={setWho}
          choices={[
            { value: 'everybody', label: t('everybody'), meaning: t('everybodyMeaning') },
            {
              value: 'reserved',
              label: t('reserved'),
              meaning: names ? t(doc ? 'reservedMeaning' : 'reservedLost', { names }) : tc('busy'),
            },
          ]}
        />
        <FormError message={problem ?? error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => onDone(null)}>{tc('cancel')}</Button>
          <Button
            look="primary"
            // Who it would be for has to be known before it is chosen.
            disabled={busy || (who === 'reserved' && names === '')}
            onClick={() => void keep()}
          >
            {t('keep')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
