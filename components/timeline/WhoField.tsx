'use client'
import { X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { BUTTON, FIELD, LABEL } from '@/components/ui/classes'
import { addName, confirmName, removeName } from '@/lib/case/commands/names'
import { unlinkOrganisation } from '@/lib/case/commands/organisations'
import { unlinkPerson } from '@/lib/case/commands/people'
import { peopleNamed } from '@/lib/case/queries'
import type { Case, CaseEvent } from '@/lib/case/schema'

const CHIP = 'inline-flex min-h-8 items-center gap-1 rounded-full border pl-3 text-m'

/** Who were there: people and organisations of the case, and names that nobody has said yet who they are. */
export function WhoField({
  event,
  caseData,
  label,
}: {
  event: CaseEvent
  caseData: Case
  label?: string | undefined
}) {
  const t = useTranslations('timeline.who')
  const { doc, actor, canWrite, feed } = useSession()
  const id = useId()
  const [name, setName] = useState('')
  const add = () => {
    if (addName(doc, actor(), { id: event.id, name })) setName('')
    feed.flush()
  }
  const people = caseData.people.filter((person) => event.people.includes(person.id))
  const organisations = caseData.organisations.filter((one) => event.organisations.includes(one.id))
  return (
    <div>
      <p className={LABEL} id={id}>
        {label ?? t('label')}
      </p>
      <ul aria-labelledby={id} className="mt-1 flex flex-wrap gap-1.5">
        {people.map((person) => (
          <li key={person.id} className={`${CHIP} border-line bg-paper ${canWrite ? '' : 'pr-3'}`}>
            {person.name}
            {canWrite && (
              <Remove
                name={person.name}
                onClick={() => unlinkPerson(doc, actor(), { id: event.id, person: person.id })}
              />
            )}
          </li>
        ))}
        {organisations.map((one) => (
          <li key={one.id} className={`${CHIP} border-line bg-paper ${canWrite ? '' : 'pr-3'}`}>
            {one.name}
            {canWrite && (
              <Remove
                name={one.name}
                onClick={() => unlinkOrganisation(doc, actor(), { id: event.id, organisation: one.id })}
              />
            )}
          </li>
        ))}
        {event.names.map((one) => (
          <li
            key={one}
            className={`${CHIP} border-dashed border-unknown bg-surface ${canWrite ? '' : 'pr-3'}`}
          >
            {canWrite ? <WhoIsThis name={one} event={event} caseData={caseData} /> : one}
            {canWrite && (
              <Remove name={one} onClick={() => removeName(doc, actor(), { id: event.id, name: one })} />
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <div className="mt-2 flex gap-2">
          <input
            className={FIELD}
            aria-label={t('add')}
            placeholder={t('placeholder')}
            value={name}
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
            onKeyDown={({ key }) => key === 'Enter' && add()}
          />
          <button type="button" className={BUTTON} disabled={!name.trim()} onClick={add}>
            {t('addButton')}
          </button>
        </div>
      )}
    </div>
  )
}

function Remove({ name, onClick }: { name: string; onClick: () => void }) {
  const t = useTranslations('timeline.who')
  return (
    <button
      type="button"
      aria-label={t('remove', { name })}
      className="grid size-8 place-items-center rounded-full text-ink-soft hover:bg-line"
      onClick={onClick}
    >
      <X size={14} aria-hidden="true" />
    </button>
  )
}

/** Says who a name is: somebody the case knows, a new person, or an organisation. */
function WhoIsThis({ name, event, caseData }: { name: string; event: CaseEvent; caseData: Case }) {
  const t = useTranslations('timeline.who')
  const { doc, actor, feed } = useSession()
  const known = peopleNamed(caseData.people, name)
  const others = caseData.people.filter((person) => !known.includes(person)).slice(0, 6)
  const confirm = (as: 'person' | 'organisation', existingId?: string) => {
    const only = existingId ? { existingId, eventIds: [event.id] } : {}
    confirmName(doc, actor(), { name, as, ...only })
    feed.flush()
  }
  const option = (label: string, run: () => void) => (
    <Popover.Close
      key={label}
      className="flex min-h-10 w-full items-center rounded-lg px-3 text-left text-m hover:bg-accent-soft"
      onClick={run}
    >
      {label}
    </Popover.Close>
  )
  return (
    <Popover.Root>
      <Popover.Trigger
        className="min-h-8 underline decoration-dotted underline-offset-4"
        title={t('confirm')}
      >
        <span className="sr-only">{t('name', { name })}</span>
        <span aria-hidden="true">{name} ?</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={t('confirm')}
          align="start"
          sideOffset={6}
          className="z-50 max-h-80 w-72 overflow-y-auto rounded-card border border-line bg-surface p-2 shadow-card"
        >
          <p className="px-3 py-1 text-m font-bold">{t('confirm')}</p>
          {[...known, ...others].map((person) =>
            option(t('existing', { name: person.name }), () => confirm('person', person.id)),
          )}
          {option(t('asPerson'), () => confirm('person'))}
          {option(t('asOrganisation'), () => confirm('organisation'))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
