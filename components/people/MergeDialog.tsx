'use client'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { stepBack } from '@/components/board/stepBack'
import { Choice } from '@/components/ui/Choice'
import { BUTTON, FIELD, LABEL, PRIMARY } from '@/components/ui/classes'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/Toasts'
import { merge } from '@/lib/case/commands/merge'
import { readCase } from '@/lib/case/doc'
import { type MergeableMap, type MergePlan, planMerge } from '@/lib/case/mergePlan'
import type { CaseOrganisation, CasePerson } from '@/lib/case/schema'
import { usePeople } from './place'
import { useMergeNote } from './useMergeNote'
import { useOrganisationWords, usePersonWords } from './words'

interface Props {
  kind: MergeableMap
  id: string
  /** With whom this can be one. */
  others: readonly (CasePerson | CaseOrganisation)[]
  onDone: () => void
}

/** Asks who is the same and which name stays, and says what that comes to before anything is done. */
export function MergeDialog({ kind, id, others, onDone }: Props) {
  const t = useTranslations('people.merge')
  const session = useSession()
  const { feed, actor } = session
  const { go } = usePeople()
  const toast = useToast()
  const fieldId = useId()
  const nameOf = useNames()
  const noteOf = useMergeNote()
  // What only who is admitted sees has no part in it: everybody is told the same.
  const all = readCase(feed.openDoc)
  const name = nameOf(kind, id)
  const alike = others.filter((one) => nameOf(kind, one.id).toLowerCase() === name.toLowerCase())
  const [other, setOther] = useState(alike[0]?.id ?? '')
  const [stays, setStays] = useState(id)
  const [into, from] = stays === id ? [id, other] : [other, id]
  const plan = other === '' ? null : planMerge(all, { kind, from, into })
  const isPlan = plan !== null && typeof plan !== 'string'
  const names = { from: nameOf(kind, from), into: nameOf(kind, into) }
  const note = isPlan ? noteOf(all, { kind, from, into }, plan) : ''
  const run = () => {
    onDone()
    if (!merge(feed.openDoc, actor(), { kind, from, into, note })) return
    feed.flush()
    go({ kind, id: into })
    toast(t('done', names), { label: t('undo'), run: stepBack(session) })
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onDone()} title={t('title')} text={t('text')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (isPlan) run()
        }}
      >
        <div>
          <label htmlFor={fieldId} className={LABEL}>
            {t('other', { name })}
          </label>
          <select
            id={fieldId}
            className={`mt-1 min-h-10 ${FIELD}`}
            value={other}
            onChange={({ target }) => {
              setOther(target.value)
              setStays(id)
            }}
          >
            <option value="">{t('choose')}</option>
            {[...alike, ...others.filter((one) => !alike.includes(one))].map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(kind, one.id, true)}
              </option>
            ))}
          </select>
        </div>
        {other !== '' && (
          <Choice
            label={t('stays')}
            columns={1}
            options={[id, other].map((value) => ({ value, label: nameOf(kind, value, true) }))}
            value={stays}
            onChange={setStays}
          />
        )}
        <div role="status" className="text-m empty:hidden">
          {typeof plan === 'string' && <p className="text-danger">{t(`problem.${plan}`)}</p>}
          {isPlan && <Happens plan={plan} names={names} note={note} />}
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <button type="button" className={BUTTON} onClick={onDone}>
            {t('cancel')}
          </button>
          <button type="submit" className={PRIMARY} disabled={!isPlan}>
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** What making one of two comes to, in sentences. */
function Happens(props: { plan: MergePlan; names: { from: string; into: string }; note: string }) {
  const t = useTranslations('people.merge')
  const { plan, names, note } = props
  const { folds, selves, manyParents } = plan
  const isTwice = folds.some(({ kind }) => ['partnerships', 'parentages', 'relations'].includes(kind))
  const { into } = names
  const lines = [
    t('all', names),
    selves.some(({ kind }) => kind === 'relations') ? t('selfLine') : '',
    selves.some(({ kind }) => kind === 'partnerships') ? t('selfCouple', { into }) : '',
    isTwice ? t('twice') : '',
    folds.some(({ kind }) => kind === 'stakes') ? t('field', { into }) : '',
    manyParents ? t('parents', { into }) : '',
    t('back'),
  ].filter(Boolean)
  return (
    <>
      <p className="font-bold">{t('happens')}</p>
      <ul className="mt-1 list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {note !== '' && (
        <>
          <p className="mt-2">{t('note', { into })}</p>
          <p className="mt-1 rounded-card border border-line bg-paper px-3 py-2 [overflow-wrap:anywhere] whitespace-pre-wrap">
            {note}
          </p>
        </>
      )}
    </>
  )
}

/** A name; `whole`: with what tells two of the same name apart. */
function useNames(): (kind: MergeableMap, id: string, whole?: boolean) => string {
  const t = useTranslations('people')
  const { feed } = useSession()
  const personWords = usePersonWords()
  const organisationWords = useOrganisationWords()
  return (kind, id, whole = false) => {
    const all = feed.get()
    const person = kind === 'people' ? all.people.find((one) => one.id === id) : undefined
    const organisation = kind === 'people' ? undefined : all.organisations.find((one) => one.id === id)
    const name = (person ?? organisation)?.name.trim() || t('noName')
    const words = person ? personWords(person) : organisation ? organisationWords(organisation) : ''
    return whole && words ? `${name} (${words})` : name
  }
}
