'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { Choice } from '@/components/ui/Choice'
import { addParent, addParents } from '@/lib/case/commands/kin'
import { birthParents } from '@/lib/case/kin'
import { KinForm } from '../KinForm'
import { useCaseNames } from '../useCaseNames'
import { howOf, HowChildFields, OWN_CHILD } from './HowChildFields'
import { NO_PHASE, phaseOf, PhaseFields } from './PhaseFields'
import { NOBODY, somebodyOf } from './somebody'
import { SomebodyFields } from './SomebodyFields'
import { useAdd } from './useAdd'

/** Both parents at once, or one; of somebody with two parents by birth, others: foster parents, a step-parent. */
export function AddParents({ of, onDone }: { of: string; onDone: (id: string | null) => void }) {
  const t = useTranslations('genogram.make')
  const all = useCase()
  const nameOf = useCaseNames()
  const add = useAdd(onDone)
  const known = birthParents(all, of)
  const [first, setFirst] = useState(NOBODY)
  const [second, setSecond] = useState(NOBODY)
  const [both, setBoth] = useState<'both' | 'one'>(known.length === 1 ? 'one' : 'both')
  const [how, setHow] = useState(() => (known.length > 1 ? { ...OWN_CHILD, type: 'foster' } : OWN_CHILD))
  const [phase, setPhase] = useState(NO_PHASE)
  const save = () => {
    const [a, b] = [somebodyOf(first), both === 'both' ? somebodyOf(second) : null]
    if (!a || (both === 'both' && !b)) return t('needParents')
    const said = phaseOf(phase)
    return add(first, (doc, actor) => {
      const asChild = howOf(how)
      if (!b) return addParent(doc, actor, { of, parent: a, ...asChild })?.person ?? null
      const added = addParents(doc, actor, { of, parents: [a, b], ...(said && { phase: said }), ...asChild })
      return added?.parents[0] ?? null
    })
  }
  return (
    <KinForm
      title={t('title.parents', { name: nameOf(of) })}
      save={t('save')}
      onSave={save}
      onCancel={() => onDone(null)}
    >
      <Choice
        label={t('howMany')}
        options={[
          { value: 'both', label: t('both') },
          { value: 'one', label: t('one') },
        ]}
        value={both}
        onChange={setBoth}
      />
      <SomebodyFields
        takeFocus
        draft={first}
        onDraft={setFirst}
        except={[of]}
        {...(both === 'both' && { legend: t('firstParent') })}
      />
      {both === 'both' && (
        <>
          <SomebodyFields
            draft={second}
            onDraft={setSecond}
            except={[of, first.known]}
            legend={t('secondParent')}
          />
          <PhaseFields label={t('togetherParents')} draft={phase} onDraft={setPhase} />
        </>
      )}
      <HowChildFields draft={how} onDraft={setHow} />
    </KinForm>
  )
}
