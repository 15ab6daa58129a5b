'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { BUTTON, QUIET } from '@/components/ui/classes'
import { Choice } from '@/components/ui/Choice'
import { answerParallel } from '@/lib/case/commands/parallels'
import type { CaseParallel } from '@/lib/case/schema'
import { Plus, Trash2 } from 'lucide-react'
import { useNameOf } from '@/components/board/names'
import { useAct, useTakeAway } from '../family/useAct'
import { useCaseNames } from '../useCaseNames'
import { AddParallel } from './AddParallel'
import { useSideWords } from './useSideWords'

/** "Lijkt dit op elkaar?": what was laid beside each other, and what everybody says of it under their own name. */
export function Parallels() {
  const t = useTranslations('genogram.parallel')
  const { parallels } = useCase()
  const { canWrite } = useSession()
  const [adding, setAdding] = useState(false)
  return (
    <div className="flex flex-col gap-3">
      {parallels.length === 0 && <p className="text-m text-ink-soft">{t('empty')}</p>}
      <ul className="flex flex-col gap-3">
        {parallels.map((parallel) => (
          <OneParallel key={parallel.id} parallel={parallel} />
        ))}
      </ul>
      {canWrite && (
        <button type="button" className={`self-start ${BUTTON}`} onClick={() => setAdding(true)}>
          <Plus size={16} aria-hidden="true" />
          {t('add')}
        </button>
      )}
      {adding && <AddParallel onDone={() => setAdding(false)} />}
    </div>
  )
}

const ANSWERS = ['yes', 'no', 'unsure'] as const

function OneParallel({ parallel }: { parallel: CaseParallel }) {
  const t = useTranslations('genogram.parallel')
  const { me, canWrite, locale } = useSession()
  const act = useAct()
  const takeAway = useTakeAway()
  const sideOf = useSideWords()
  const memberOf = useNameOf()
  const nameOf = useCaseNames()
  const { people } = useCase()
  const list = new Intl.ListFormat(locale)
  const { id, title, left, right, recognised } = parallel
  const mine = recognised[me.id]?.answer ?? null
  const others = Object.entries(recognised).filter(([key]) => key !== me.id)
  return (
    <li className="flex flex-col gap-2 rounded-card border border-line bg-surface p-3 text-m">
      {title && <p className="font-bold [overflow-wrap:anywhere]">{title}</p>}
      <p className="[overflow-wrap:anywhere]">{list.format(left.map(sideOf))}</p>
      <p className="text-s text-ink-soft">{t('beside')}</p>
      <p className="[overflow-wrap:anywhere]">{list.format(right.map(sideOf))}</p>
      {canWrite && (
        <Choice
          label={t('question')}
          options={ANSWERS.map((value) => ({ value, label: t(`answers.${value}`) }))}
          value={mine}
          onChange={(answer) =>
            act((doc, actor) => answerParallel(doc, actor, { id, key: me.id, answer, name: me.name }))
          }
        />
      )}
      {others.map(([key, { answer, name }]) => (
        <p key={key} className="text-s text-ink-soft">
          {t('says', { name: whoIs(key, name), answer: t(`answers.${answer}`) })}
        </p>
      ))}
      {canWrite && (
        <button
          type="button"
          className={`-ml-3 self-start ${QUIET}`}
          onClick={() => takeAway('parallels', id)}
        >
          <Trash2 size={16} aria-hidden="true" />
          {t('remove')}
        </button>
      )}
    </li>
  )

  function whoIs(key: string, name: string): string {
    if (people.some((person) => person.id === key)) return nameOf(key)
    return memberOf(key) || name || t('someone')
  }
}
