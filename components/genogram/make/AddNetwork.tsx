'use client'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { Choice } from '@/components/ui/Choice'
import { FIELD, LABEL } from '@/components/ui/classes'
import { addNetworkMember } from '@/lib/case/commands/relations'
import type { RelationType } from '@/lib/genogram/vocabulary'
import { KinForm } from '../KinForm'
import { useCaseNames } from '../useCaseNames'
import { NOBODY, somebodyOf } from './somebody'
import { SomebodyFields } from './SomebodyFields'
import { useAdd } from './useAdd'

const WHO = ['friend', 'neighbour', 'school', 'sport', 'faith', 'helper', 'other', 'organisation'] as const
type Who = (typeof WHO)[number]

/** How near somebody stands is the line that is drawn; see `nearnessTo`. */
const NEAR: readonly RelationType[] = ['veryClose', 'close', 'plain', 'distant']

type Member = Parameters<typeof addNetworkMember>[2]['member']

/** Somebody or something around the family: who they are, and how near they stand to this person. */
export function AddNetwork({ of, onDone }: { of: string; onDone: (id: string | null) => void }) {
  const t = useTranslations('genogram.make')
  const tp = useTranslations('people.card')
  const nameOf = useCaseNames()
  const { organisations } = useCase()
  const add = useAdd(onDone)
  const id = useId()
  const [who, setWho] = useState(NOBODY)
  const [as, setAs] = useState<Who>('friend')
  const [kind, setKind] = useState('')
  const [works, setWorks] = useState('')
  const [near, setNear] = useState<RelationType>('close')
  const isNew = who.from === 'new'
  const save = () => {
    const somebody = somebodyOf(who)
    if (!somebody) return t(isNew ? 'needName' : 'needWho')
    const member = memberOf()
    return add(
      who,
      (doc, actor) =>
        addNetworkMember(doc, actor, { near: of, member, relation: { type: near } })?.member ?? null,
    )

    function memberOf(): Member {
      if (!somebody || 'id' in somebody) return somebody ?? { id: '' }
      if (as === 'organisation')
        return { newOrganisation: { name: somebody.new.name, kind: kind.trim(), circle: 'professional' } }
      const role = as === 'other' ? '' : t(`roles.${as}`)
      const circle = as === 'helper' ? 'professional' : 'network'
      return { new: { ...somebody.new, role, circle, organisation: works || null } }
    }
  }
  return (
    <KinForm
      title={t('title.network', { name: nameOf(of) })}
      save={t('save')}
      onSave={save}
      onCancel={() => onDone(null)}
    >
      {isNew && (
        <Choice
          label={t('whoIsIt')}
          options={WHO.map((value) => ({ value, label: t(`whoAre.${value}`) }))}
          value={as}
          onChange={setAs}
        />
      )}
      <SomebodyFields takeFocus bare={as === 'organisation'} draft={who} onDraft={setWho} except={[of]} />
      {isNew && as === 'organisation' && (
        <div>
          <label htmlFor={id} className={LABEL}>
            {tp('kind')}
          </label>
          <input
            id={id}
            className={`mt-1 min-h-10 ${FIELD}`}
            placeholder={tp('kindPlaceholder')}
            maxLength={200}
            autoComplete="off"
            value={kind}
            onChange={({ target }) => setKind(target.value)}
          />
        </div>
      )}
      {isNew && as === 'helper' && organisations.length > 0 && (
        <div>
          <label htmlFor={id} className={LABEL}>
            {tp('organisation')}
          </label>
          <select
            id={id}
            className={`mt-1 min-h-10 ${FIELD}`}
            value={works}
            onChange={({ target }) => setWorks(target.value)}
          >
            <option value="">{tp('noOrganisation')}</option>
            {organisations.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one.id)}
              </option>
            ))}
          </select>
        </div>
      )}
      <Choice
        label={t('near')}
        options={NEAR.map((value) => ({ value, label: t(`nearness.${value as 'close'}`) }))}
        value={near}
        onChange={setNear}
      />
    </KinForm>
  )
}
