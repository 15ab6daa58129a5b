'use client'
import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { BUTTON, PRIMARY } from '@/components/ui/classes'
import { Dialog } from '@/components/ui/dialog'
import { Choices, TextField } from '@/components/ui/field'
import { startRound } from '@/lib/case/commands/rounds'
import { readCase } from '@/lib/case/doc'
import { MOST_PLACED } from '@/lib/case/schemaRounds'
import { sayDay } from '@/lib/i18n/when'
import { subjectsFor } from '@/lib/stakeholders/rounds/places'
import { STAKE_FORMS, type StakeForm } from '@/lib/stakeholders/types'
import type { Rounds } from './useRounds'

interface Props {
  rounds: Rounds
  className: string
  /** Of the words, where there is no room for them. */
  words?: string
}

/** "Ieder voor zich": begins a round, for who guides, and leads back to earlier ones, for everybody. */
export function RoundsButton({ rounds, className, words = '' }: Props) {
  const t = useTranslations('stakeholders.round')
  const { canWrite, guides } = useSession()
  const [open, setOpen] = useState(false)
  const mayStart = canWrite && guides
  if (!mayStart && rounds.all.length === 0) return null
  const look = (id: string) => {
    setOpen(false)
    rounds.look(id)
  }
  return (
    <>
      <button type="button" title={t('open')} className={className} onClick={() => setOpen(true)}>
        <EyeOff size={18} aria-hidden="true" />
        <span className={words}>{t('open')}</span>
      </button>
      <Dialog open={open} onOpenChange={setOpen} title={t('title')} text={t('text')}>
        <div className="flex flex-col gap-6">
          {mayStart && !rounds.open && <Start onStarted={look} />}
          <Earlier rounds={rounds} onLook={look} />
        </div>
      </Dialog>
    </>
  )
}

function Start({ onStarted }: { onStarted: (round: string) => void }) {
  const t = useTranslations('stakeholders')
  const tr = useTranslations('stakeholders.round.start')
  const { doc, actor, feed } = useSession()
  const [form, setForm] = useState<StakeForm>('rings')
  const [typed, setTyped] = useState<string | null>(null)
  const question = typed ?? tr(`questions.${form}`)
  // What is reserved stays out of it: everybody reads whom a round is about.
  const subjects = subjectsFor(form, readCase(doc))
  const isFitting = subjects.length > 0 && subjects.length <= MOST_PLACED
  const begin = () => {
    const id = startRound(doc, actor(), { form, question, subjects })
    feed.flush()
    if (id !== null) onStarted(id)
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        begin()
      }}
    >
      <Choices
        legend={tr('form')}
        name="round-form"
        choices={STAKE_FORMS.map((value) => ({ value, label: t(`forms.${value}`) }))}
        value={form}
        onChange={setForm}
      />
      <TextField
        label={tr('question')}
        value={question}
        maxLength={300}
        autoComplete="off"
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-m text-ink-soft">
          {subjects.length === 0
            ? tr('nobody')
            : subjects.length > MOST_PLACED
              ? tr('tooMany')
              : tr('who', { count: subjects.length })}
        </p>
        <button type="submit" className={PRIMARY} disabled={!isFitting || question.trim() === ''}>
          {tr('begin')}
        </button>
      </div>
    </form>
  )
}

/** Rounds of before, and the one that goes on. */
function Earlier({ rounds, onLook }: { rounds: Rounds; onLook: (round: string) => void }) {
  const t = useTranslations('stakeholders.round')
  const { locale } = useSession()
  return (
    <section aria-labelledby="rounds-earlier" className="flex flex-col gap-2">
      <h3 id="rounds-earlier" className="text-m font-bold">
        {t('earlier')}
      </h3>
      {rounds.all.length === 0 && <p className="text-m text-ink-soft">{t('none')}</p>}
      <ul className="flex flex-col">
        {rounds.all.map(({ id, question, createdAt, revealed, placements }) => (
          <li key={id} className="flex items-center justify-between gap-3 border-t border-line py-2">
            <span className="min-w-0 text-m [overflow-wrap:anywhere]">
              {question}
              <span className="block text-s text-ink-soft">
                {sayDay(createdAt, locale, { year: true })}
                {' · '}
                {revealed ? t('state.revealed', { count: Object.keys(placements).length }) : t('state.open')}
              </span>
            </span>
            <button
              type="button"
              aria-label={`${t('show')}: ${question}`}
              className={BUTTON}
              onClick={() => onLook(id)}
            >
              {t('show')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
