'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { Choice } from '@/components/ui/Choice'
import { addChild } from '@/lib/case/commands/kin'
import { couplesOf } from '@/lib/genogram/relatives'
import { KinForm } from '../KinForm'
import { useCaseNames } from '../useCaseNames'
import { howOf, HowChildFields, OWN_CHILD } from './HowChildFields'
import { NOBODY, somebodyOf } from './somebody'
import { SomebodyFields } from './SomebodyFields'
import { useAdd } from './useAdd'

/** No id of a record has a space. */
const ALONE = 'one parent'

/** A child of one of somebody's couples, or of them alone; of an organisation, who is placed there. */
export function AddChild({ of, onDone }: { of: string; onDone: (id: string | null) => void }) {
  const t = useTranslations('genogram.make')
  const all = useCase()
  const nameOf = useCaseNames()
  const add = useAdd(onDone)
  const couples = couplesOf(all, of)
  const isPlace = all.organisations.some(({ id }) => id === of)
  const [who, setWho] = useState(NOBODY)
  const [how, setHow] = useState(() => (isPlace ? { ...OWN_CHILD, type: 'guardianship' } : OWN_CHILD))
  const [couple, setCouple] = useState(() => couples.at(-1)?.id ?? ALONE)
  const parents = couples.find(({ id }) => id === couple)
  const save = () => {
    const child = somebodyOf(who)
    if (!child) return t(who.from === 'new' ? 'needName' : 'needWho')
    const from = parents ? { partnership: parents.id } : { parent: of }
    return add(who, (doc, actor) => addChild(doc, actor, { of: from, child, ...howOf(how) })?.person ?? null)
  }
  return (
    <KinForm
      title={t(isPlace ? 'title.placed' : 'title.child', { name: nameOf(of) })}
      save={t('save')}
      onSave={save}
      onCancel={() => onDone(null)}
    >
      <SomebodyFields takeFocus draft={who} onDraft={setWho} except={[of]} />
      {couples.length > 0 && (
        <Choice
          columns={1}
          label={t('whose')}
          options={[
            ...couples.map(({ id, partner }) => ({
              value: id,
              label: t('ofBoth', { a: nameOf(of), b: nameOf(partner) }),
            })),
            { value: ALONE, label: t('ofOne', { name: nameOf(of) }) },
          ]}
          value={parents?.id ?? ALONE}
          onChange={setCouple}
        />
      )}
      <HowChildFields draft={how} onDraft={setHow} />
    </KinForm>
  )
}
