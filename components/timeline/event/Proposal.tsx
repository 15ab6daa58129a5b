'use client'
import { CircleDashed, CircleCheck, X } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { Choice } from '@/components/ui/Choice'
import { BUTTON, FIELD, LABEL, QUIET } from '@/components/ui/classes'
import { setAsked, setProposed, setRecognition } from '@/lib/case/commands/roundabout'
import type { CaseEvent, CasePerson, CaseRecognition } from '@/lib/case/schema'
import { Recognition } from '@/lib/case/schema'
import { keyOfPerson, mayAnswer } from '@/lib/case/words'
import { WrittenBy } from './TakeView'
import { useWriter } from './useWords'

const ANSWERS = Recognition.shape.answer.options

/** A roundabout is a proposal until those concerned have been asked: who, and what each of them says. */
export function Proposal({ event }: { event: CaseEvent }) {
  const t = useTranslations('event.roundabout')
  const { doc, actor, me, feed } = useSession()
  const { people } = useCase()
  const ids = { asked: useId(), hint: useId() }
  const asked = people.filter(({ id }) => event.asked.includes(id))
  const concerned = people.filter(({ id }) => event.people.includes(id) && !event.asked.includes(id))
  const others = people.filter((one) => !asked.includes(one) && !concerned.includes(one))
  const meInCase = people.find(({ principal }) => principal === me.id)
  const shown = new Set([...asked.flatMap((one) => [one.id, keyOfPerson(one)]), me.id])
  const more = Object.entries(event.answers).filter(([key]) => !shown.has(key))
  const ask = (person: string, now: boolean) => {
    setAsked(doc, actor(), { id: event.id, person, asked: now })
    feed.flush()
  }
  const propose = (proposed: boolean) => {
    setProposed(doc, actor(), { id: event.id, proposed })
    feed.flush()
  }
  const mayConfirm = event.asked.length > 0 || Object.keys(event.answers).length > 0
  return (
    <section
      aria-label={event.proposed ? t('proposal') : t('asked')}
      className={`rounded-card border p-3 ${event.proposed ? 'border-dashed border-edge' : 'border-line'}`}
    >
      <p role="status" className="flex items-center gap-2 text-m font-bold">
        {event.proposed ? (
          <CircleDashed size={18} aria-hidden="true" />
        ) : (
          <CircleCheck size={18} aria-hidden="true" />
        )}
        {event.proposed ? t('proposal') : t('confirmed')}
      </p>
      {event.proposed && <p className="text-s text-ink-soft">{t('proposalText')}</p>}
      <h3 id={ids.asked} className={`mt-3 ${LABEL}`}>
        {t('asked')}
      </h3>
      <ul aria-labelledby={ids.asked} className="mt-1 flex flex-col gap-2">
        {asked.map((person) => (
          <AskedRow key={person.id} event={event} person={person} onUnask={() => ask(person.id, false)} />
        ))}
        {more.map(([key, answer]) => (
          <li key={key} className="text-m">
            <Said name={answer.name} answer={answer} />
          </li>
        ))}
        {concerned.map((person) => (
          <li key={person.id}>
            <label className="flex min-h-10 items-center gap-3 text-m">
              <input
                type="checkbox"
                className="size-5 shrink-0 accent-accent"
                checked={false}
                onChange={() => ask(person.id, true)}
              />
              {person.name}
            </label>
          </li>
        ))}
      </ul>
      {people.length === 0 && <p className="text-s text-ink-soft">{t('noPeople')}</p>}
      {others.length > 0 && (
        <select
          aria-label={t('askMore')}
          className={`mt-1 min-h-10 ${FIELD}`}
          value=""
          onChange={({ target }) => ask(target.value, true)}
        >
          <option value="">{t('askMore')}</option>
          {others.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      )}
      {!(meInCase && asked.includes(meInCase)) && (
        <div className="mt-3">
          <Answer event={event} answerKey={me.id} name={me.name} label={t('recognise')} />
        </div>
      )}
      <div className="mt-3">
        {event.proposed ? (
          <>
            <button
              type="button"
              className={BUTTON}
              disabled={!mayConfirm}
              aria-describedby={mayConfirm ? undefined : ids.hint}
              onClick={() => propose(false)}
            >
              {t('done')}
            </button>
            {!mayConfirm && (
              <p id={ids.hint} className="mt-1 text-s text-ink-soft">
                {t('doneHint')}
              </p>
            )}
          </>
        ) : (
          <button type="button" className={`-ml-3 ${QUIET}`} onClick={() => propose(true)}>
            {t('again')}
          </button>
        )}
      </div>
    </section>
  )
}

function AskedRow(props: { event: CaseEvent; person: CasePerson; onUnask: () => void }) {
  const t = useTranslations('event.roundabout')
  const { event, person, onUnask } = props
  const { people } = useCase()
  const writer = useWriter()
  const key = keyOfPerson(person)
  const answer = event.answers[key]
  const may = mayAnswer(key, writer, people)
  return (
    <li className="flex items-start gap-1 border-b border-line pb-2 last:border-b-0">
      <div className="min-w-0 flex-1">
        {may === 'no' ? (
          <Said name={person.name} answer={answer} />
        ) : (
          <Answer
            event={event}
            answerKey={key}
            name={person.name}
            label={may === 'own' ? t('recognise') : t('recogniseOf', { name: person.name })}
          />
        )}
      </div>
      {!answer && (
        <button
          type="button"
          aria-label={t('unask', { name: person.name })}
          title={t('unask', { name: person.name })}
          className="grid size-10 shrink-0 place-items-center rounded-lg text-ink-soft hover:bg-accent-soft"
          onClick={onUnask}
        >
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </li>
  )
}

function Answer(props: { event: CaseEvent; answerKey: string; name: string; label: string }) {
  const t = useTranslations('event.roundabout')
  const { doc, actor, feed } = useSession()
  const { event, answerKey: key, name, label } = props
  const said = event.answers[key]
  const set = (answer: CaseRecognition['answer'] | null) => {
    setRecognition(doc, actor(), { id: event.id, key, answer, name })
    feed.flush()
  }
  return (
    <>
      <Choice
        small
        label={label}
        options={ANSWERS.map((value) => ({ value, label: t(`answers.${value}`) }))}
        value={said?.answer ?? null}
        onChange={set}
      />
      <div className="flex flex-wrap items-center gap-x-3">
        <WrittenBy by={said?.writtenBy ?? null} />
        {said && (
          <button type="button" className={`-ml-3 ${QUIET} text-s!`} onClick={() => set(null)}>
            {t('clear')}
          </button>
        )}
      </div>
    </>
  )
}

/** An answer to read: "Iris: ja". */
export function Said({ name, answer }: { name: string; answer: CaseRecognition | undefined }) {
  const t = useTranslations('event.roundabout')
  return (
    <>
      <p className="text-m">
        <strong>{name}</strong>: {answer ? t(`answers.${answer.answer}`) : t('noAnswer')}
      </p>
      <WrittenBy by={answer?.writtenBy ?? null} />
    </>
  )
}
