'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { TextField } from '@/components/ui/field'
import { PickField } from '@/components/ui/PickField'
import { addParallel } from '@/lib/case/commands/parallels'
import { useAct } from '../family/useAct'
import { KinForm } from '../KinForm'
import { useSideWords } from './useSideWords'

/** Lays two relations, couples or homes beside each other. */
export function AddParallel({ onDone }: { onDone: (id: string | null) => void }) {
  const t = useTranslations('genogram.parallel')
  const { relations, partnerships, households } = useCase()
  const wordsOf = useSideWords()
  const act = useAct()
  const [left, setLeft] = useState('')
  const [right, setRight] = useState('')
  const [title, setTitle] = useState('')
  const things = [...relations, ...partnerships, ...households].map(({ id }) => ({
    value: id,
    label: wordsOf(id),
  }))
  const options = (other: string) => [
    { value: '', label: t('choose') },
    ...things.filter(({ value }) => value !== other),
  ]
  const save = () => {
    if (left === '' || right === '') return t('needTwo')
    const id = act((doc, actor) => addParallel(doc, actor, { left: [left], right: [right], title }))
    if (id === null) return t('needTwo')
    onDone(id)
    return null
  }
  return (
    <KinForm
      title={t('title')}
      text={t(things.length < 2 ? 'needMore' : 'text')}
      save={t('save')}
      onSave={save}
      onCancel={() => onDone(null)}
    >
      <PickField label={t('left')} options={options(right)} value={left} onChange={setLeft} />
      <PickField label={t('right')} options={options(left)} value={right} onChange={setRight} />
      <TextField
        label={t('what')}
        maxLength={300}
        autoComplete="off"
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
    </KinForm>
  )
}
