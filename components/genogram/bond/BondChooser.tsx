'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { stepBack } from '@/components/board/stepBack'
import { FreshDateField, NO_DATE } from '@/components/timeline/FreshDateField'
import { WhoMaySee } from '@/components/reserved/WhoMaySee'
import type { SensitiveMark } from '@/components/reserved/WhoMaySee'
import { Choice } from '@/components/ui/Choice'
import { useToast } from '@/components/ui/Toasts'
import { addRelation } from '@/lib/case/commands/relations'
import type { CaseRelation } from '@/lib/case/schema'
import { DIRECTED_RELATIONS, type RelationType, SENSITIVE_RELATIONS } from '@/lib/genogram/vocabulary'
import { KinForm } from '../KinForm'
import { useCaseNames } from '../useCaseNames'
import { AccordingTo } from './AccordingTo'
import { RelationPicker } from './RelationPicker'
import { SupportField } from './SupportField'
import { useBondSentence } from './useBondWords'

interface Props {
  /** Ids of people, organisations or households. */
  from: string
  to: string
  /** The id of the new line, or null when it was left. */
  onDone: (id: string | null) => void
}

/** What is between two, chosen in words; one command, one step of undo. */
export function BondChooser({ from, to, onDone }: Props) {
  const t = useTranslations('genogram.bond')
  const { doc, actor, feed, undo } = useSession()
  const toast = useToast()
  const nameOf = useCaseNames()
  const sentenceOf = useBondSentence()
  const [type, setType] = useState<RelationType | null>(null)
  const [turned, setTurned] = useState<'no' | 'yes'>('no')
  const [sayer, setSayer] = useState<CaseRelation['accordingTo']>(null)
  const [when, setWhen] = useState(NO_DATE)
  const [support, setSupport] = useState<readonly string[]>([])
  const [asked, setAsked] = useState<SensitiveMark | null>(null)
  const ends = turned === 'yes' ? { from: to, to: from } : { from, to }
  const isDirected = type !== null && DIRECTED_RELATIONS.has(type)

  const said = {
    date: when.date,
    originalText: when.originalText.trim(),
    support: [...support],
    accordingTo: sayer,
  }
  /** Draws it for everybody; what is wrong, in words, or null. */
  const draw = (chosen: RelationType) => {
    const id = addRelation(doc, actor(), { ...ends, type: chosen, ...said })
    if (id === null) return t('already')
    feed.flush()
    toast(`${sentenceOf({ ...ends, type: chosen })}.`, {
      label: t('undo'),
      run: stepBack({ undo, feed }),
    })
    onDone(id)
    return null
  }
  const save = () => {
    if (type === null) return t('needType')
    if (!SENSITIVE_RELATIONS.has(type)) return draw(type)
    // Nothing is kept before its author has said who may see it.
    setAsked({
      openly: () => draw(type),
      reserved: { kind: 'relation', ...ends, type, directed: isDirected, ...said },
    })
    return null
  }
  if (asked)
    return (
      <WhoMaySee
        mark={asked}
        onDone={(where) => {
          setAsked(null)
          if (where === 'reserved') onDone(null)
        }}
      />
    )
  return (
    <KinForm
      title={t('title', { a: nameOf(from), b: nameOf(to) })}
      save={t('save')}
      onSave={save}
      onCancel={() => onDone(null)}
    >
      <RelationPicker takeFocus value={type} onChange={setType} />
      {isDirected && (
        <Choice
          columns={1}
          label={t('direction')}
          options={[
            { value: 'no', label: sentenceOf({ type, from, to }) },
            { value: 'yes', label: sentenceOf({ type, from: to, to: from }) },
          ]}
          value={turned}
          onChange={setTurned}
        />
      )}
      <AccordingTo value={sayer} onChange={setSayer} />
      <FreshDateField label={t('when')} placeholder={t('whenPlaceholder')} value={when} onChange={setWhen} />
      <SupportField
        value={support}
        onChange={(one, present) =>
          setSupport((now) => (present ? [...now, one] : now.filter((other) => other !== one)))
        }
      />
    </KinForm>
  )
}
