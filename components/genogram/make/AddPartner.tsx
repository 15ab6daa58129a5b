'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { addPartner } from '@/lib/case/commands/kin'
import { coupleOf } from '@/lib/case/kin'
import { KinForm } from '../KinForm'
import { useCaseNames } from '../useCaseNames'
import { NO_PHASE, phaseOf, PhaseFields } from './PhaseFields'
import { NOBODY, somebodyOf } from './somebody'
import { SomebodyFields } from './SomebodyFields'
import { useAdd } from './useAdd'

/** A partner, and how they are together. */
export function AddPartner({ of, onDone }: { of: string; onDone: (id: string | null) => void }) {
  const t = useTranslations('genogram.make')
  const all = useCase()
  const nameOf = useCaseNames()
  const add = useAdd(onDone)
  const [who, setWho] = useState(NOBODY)
  const [phase, setPhase] = useState(NO_PHASE)
  const save = () => {
    const partner = somebodyOf(who)
    if (!partner) return t(who.from === 'new' ? 'needName' : 'needWho')
    const said = phaseOf(phase)
    return add(
      who,
      (doc, actor) => addPartner(doc, actor, { of, partner, ...(said && { phase: said }) })?.person ?? null,
    )
  }
  const partners = all.people.filter(({ id }) => coupleOf(all, of, id)).map(({ id }) => id)
  return (
    <KinForm
      title={t('title.partner', { name: nameOf(of) })}
      save={t('save')}
      onSave={save}
      onCancel={() => onDone(null)}
    >
      <SomebodyFields takeFocus draft={who} onDraft={setWho} except={[of, ...partners]} />
      <PhaseFields label={t('together')} draft={phase} onDraft={setPhase} />
    </KinForm>
  )
}
