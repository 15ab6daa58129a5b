'use client'
import { ArrowLeftRight, Plus, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { LookingBack } from '@/components/looking/LookingBack'
import { WhoMaySee } from '@/components/reserved/WhoMaySee'
import type { SensitiveMark } from '@/components/reserved/WhoMaySee'
import { useLives } from '@/components/people/useLives'
import { SaidDateField } from '@/components/timeline/SaidDateField'
import { BUTTON, FIELD, LABEL, QUIET } from '@/components/ui/classes'
import { SharedText } from '@/components/ui/SharedText'
import { useToast } from '@/components/ui/Toasts'
import { binRecord, restoreRecord } from '@/lib/case/commands/bin'
import { setRelation, setSupport, turnRelation } from '@/lib/case/commands/relations'
import { textOf } from '@/lib/case/doc'
import type { CaseRelation } from '@/lib/case/schema'
import { relationTypeOf } from '@/lib/genogram/lines/relationForms'
import { DIRECTED_RELATIONS, SENSITIVE_RELATIONS } from '@/lib/genogram/vocabulary'
import { AccordingTo } from './AccordingTo'
import { BondChooser } from './BondChooser'
import { BondSign } from './BondSign'
import { OtherBonds } from './OtherBonds'
import { RelationPicker } from './RelationPicker'
import { SecretField } from './SecretField'
import { SupportField } from './SupportField'
import { useBondSentence } from './useBondWords'

/** All that can be said of a line between two. */
export function BondFields({ bond, onClose }: { bond: CaseRelation; onClose: () => void }) {
  const t = useTranslations('genogram')
  const d = useTranslations('dates')
  const { doc, actor, feed } = useSession()
  const sentenceOf = useBondSentence()
  const [picking, setPicking] = useState(false)
  const [more, setMore] = useState(false)
  const [asked, setAsked] = useState<SensitiveMark | null>(null)
  const noteId = useId()
  const { id, from, to } = bond
  const note = textOf(doc, 'relations', id, 'note')
  const act = (change: () => boolean) => {
    change()
    feed.flush()
  }
  return (
    <div className="flex flex-col gap-5 p-4 pt-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-m">
        <BondSign type={bond.type} />
        <span className="min-w-0">{t(`relation.${relationTypeOf(bond.type)}`)}</span>
        <button
          type="button"
          aria-expanded={picking}
          className={`ml-auto ${BUTTON}`}
          onClick={() => setPicking(!picking)}
        >
          {t(picking ? 'bond.keep' : 'bond.change')}
        </button>
      </div>
      {picking && (
        <RelationPicker
          takeFocus
          value={relationTypeOf(bond.type)}
          onChange={(type) => {
            const openly = () => act(() => setRelation(doc, actor(), { id, type }))
            if (!SENSITIVE_RELATIONS.has(type)) return openly()
            // Said for who may know, it is a line of its own: this one stays as it was.
            const { from, to, date, originalText, support, accordingTo } = bond
            const directed = DIRECTED_RELATIONS.has(type)
            const said = { from, to, type, directed, date, originalText, support, accordingTo }
            setAsked({ openly, reserved: { kind: 'relation', ...said } })
          }}
        />
      )}
      <WhoMaySee mark={asked} onDone={() => setAsked(null)} />
      {bond.directed && (
        <button type="button" className={BUTTON} onClick={() => act(() => turnRelation(doc, actor(), id))}>
          <ArrowLeftRight size={16} aria-hidden="true" />
          <span className="whitespace-normal">
            {t('bond.turn', { sentence: sentenceOf({ ...bond, from: to, to: from }) })}
          </span>
        </button>
      )}
      <AccordingTo
        value={bond.accordingTo}
        onChange={(accordingTo) => act(() => setRelation(doc, actor(), { id, accordingTo }))}
      />
      <SaidDateField
        label={t('bond.when')}
        placeholder={t('bond.whenPlaceholder')}
        examples={d('examples')}
        said={bond}
        onKeep={({ date, originalText }) => act(() => setRelation(doc, actor(), { id, date, originalText }))}
      />
      <SupportField
        value={bond.support}
        onChange={(support, present) => act(() => setSupport(doc, actor(), { id, support, present }))}
      />
      <SecretField bond={bond} />
      {note && (
        <div>
          <p id={noteId} className={`mb-1 ${LABEL}`}>
            {t('bond.note')}
          </p>
          <SharedText
            text={note}
            record={id}
            field="note"
            labelledBy={noteId}
            placeholder={t('bond.notePlaceholder')}
            max={5_000}
            className={FIELD}
          />
        </div>
      )}
      <LookingBack id={id} thread={id} />
      <OtherBonds bond={bond} />
      <div className="-mx-3 flex flex-col items-start">
        <button type="button" className={QUIET} onClick={() => setMore(true)}>
          <Plus size={16} aria-hidden="true" />
          {t('bond.more')}
        </button>
        <RemoveBond bond={bond} onClose={onClose} />
      </div>
      {more && <BondChooser from={from} to={to} onDone={() => setMore(false)} />}
    </div>
  )
}

function RemoveBond({ bond: { id }, onClose }: { bond: CaseRelation; onClose: () => void }) {
  const t = useTranslations('genogram.bond')
  const { doc, actor, feed } = useSession()
  const toast = useToast()
  const hint = useId()
  const lives = useLives('relations', id, '')
  const remove = () => {
    binRecord(doc, actor(), { kind: 'relations', id })
    feed.flush()
    onClose()
    toast(t('removed'), {
      label: t('undo'),
      run: () => {
        restoreRecord(doc, actor(), { kind: 'relations', id })
        feed.flush()
      },
    })
  }
  return (
    <div>
      <button type="button" aria-describedby={hint} className={`text-danger! ${QUIET}`} onClick={remove}>
        <Trash2 size={16} aria-hidden="true" />
        {t('remove')}
      </button>
      <p id={hint} className="px-3 text-s text-ink-soft">
        {lives}
      </p>
    </div>
  )
}
