'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { Choice } from '@/components/ui/Choice'
import { addChild, addSibling } from '@/lib/case/commands/kin'
import { birthParents } from '@/lib/case/kin'
import { KinForm } from '../KinForm'
import { useCaseNames } from '../useCaseNames'
import { NOBODY, somebodyOf } from './somebody'
import { SomebodyFields } from './SomebodyFields'
import { useAdd } from './useAdd'

/** No id of a record has a space. */
const SAME = 'the same parents'

/** A brother or sister: of the same parents, or a half-brother or -sister by one of them. */
export function AddSibling({ of, onDone }: { of: string; onDone: (id: string | null) => void }) {
  const t = useTranslations('genogram.make')
  const all = useCase()
  const nameOf = useCaseNames()
  const add = useAdd(onDone)
  const [who, setWho] = useState(NOBODY)
  const [through, setThrough] = useState(SAME)
  const parents = birthParents(all, of).filter((id) => all.people.some((person) => person.id === id))
  const save = () => {
    const child = somebodyOf(who)
    if (!child) return t(who.from === 'new' ? 'needName' : 'needWho')
    return add(who, (doc, actor) => {
      const isHalf = parents.includes(through)
      if (isHalf) return addChild(doc, actor, { of: { parent: through }, child })?.person ?? null
      return addSibling(doc, actor, { of, sibling: child })?.person ?? null
    })
  }
  return (
    <KinForm
      title={t('title.sibling', { name: nameOf(of) })}
      {...(parents.length === 0 && { text: t('siblingNoParents') })}
      save={t('save')}
      onSave={save}
      onCancel={() => onDone(null)}
    >
      <SomebodyFields takeFocus draft={who} onDraft={setWho} except={[of, ...parents]} />
      {parents.length === 2 && (
        <Choice
          columns={1}
          label={t('whose')}
          options={[
            { value: SAME, label: t('ofBoth', { a: nameOf(parents[0] ?? ''), b: nameOf(parents[1] ?? '') }) },
            ...parents.map((id) => ({ value: id, label: t('ofOne', { name: nameOf(id) }) })),
          ]}
          value={through}
          onChange={setThrough}
        />
      )}
    </KinForm>
  )
}
