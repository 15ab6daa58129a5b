'use client'
import { CircleDot } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { today, useCase, useSession } from '@/components/board/session'
import { FamilySection } from '@/components/genogram/family/FamilySection'
import { PersonFacts } from '@/components/genogram/family/PersonFacts'
import { LookingBack } from '@/components/looking/LookingBack'
import { InItsDocument } from '@/components/reserved/InItsDocument'
import { ReservedSign } from '@/components/reserved/ReservedSign'
import { StakeSection } from '@/components/stakeholders/StakeSection'
import { SaidDateField } from '@/components/timeline/SaidDateField'
import { setBirth, setCircle, setIndexPerson } from '@/lib/case/commands/people'
import type { CasePerson } from '@/lib/case/schema'
import { ageToday } from '@/lib/dates/age'
import { CircleChoice } from './CircleChoice'
import { CircleMark } from './CircleMark'
import { MergeButton } from './MergeButton'
import { MomentsOf } from './MomentsOf'
import { OrganisationField } from './OrganisationField'
import { RemoveButton } from './RemoveButton'
import { ShowOn } from './ShowOn'
import { TextOf } from './TextOf'
import { usePersonWords } from './words'

/** One person, whole; who can only read sees words and no fields. */
export function PersonCard({ person }: { person: CasePerson }) {
  const { canWrite } = useSession()
  return (
    <InItsDocument kind="people" id={person.id}>
      <ReservedSign kind="people" id={person.id} />
      <div className="flex flex-col gap-5 p-4 pt-3">
        <ShowOn id={person.id} />
        {canWrite ? <PersonFields person={person} /> : <PersonReading person={person} />}
        <FamilySection of={person.id} />
        <StakeSection kind="people" id={person.id} />
        <MomentsOf id={person.id} />
        <LookingBack id={person.id} thread={null} />
        <MergeButton kind="people" id={person.id} />
        <RemoveButton kind="people" id={person.id} name={person.name} />
      </div>
    </InItsDocument>
  )
}

function PersonReading({ person }: { person: CasePerson }) {
  const t = useTranslations('people')
  const words = usePersonWords()(person)
  const isIndex = useCase().meta.indexPerson === person.id
  return (
    <div className="flex items-center gap-3">
      <CircleMark circle={person.circle} />
      <p className="min-w-0 text-m [overflow-wrap:anywhere]">
        {[isIndex ? t('index') : '', words].filter(Boolean).join(' · ')}
      </p>
    </div>
  )
}

function PersonFields({ person }: { person: CasePerson }) {
  const t = useTranslations('people')
  const d = useTranslations('dates')
  const { doc, actor, feed } = useSession()
  const { id, birth, circle } = person
  return (
    <>
      <TextOf
        kind="people"
        id={id}
        field="name"
        label={t('card.name')}
        placeholder={t('card.namePlaceholder')}
        className="text-l! font-bold"
      />
      <div>
        <SaidDateField
          label={t('card.birth')}
          placeholder={t('card.birthPlaceholder')}
          examples={d('examplesBirth')}
          said={birth}
          onKeep={({ date, originalText }) => {
            setBirth(doc, actor(), { id, date, originalText })
            feed.flush()
          }}
        />
        <IndexToggle person={person} />
      </div>
      <TextOf
        kind="people"
        id={id}
        field="role"
        label={t('card.role')}
        placeholder={t('card.rolePlaceholder')}
      />
      <CircleChoice
        label={t('circle.label')}
        value={circle}
        onChange={(next) => {
          setCircle(doc, actor(), { kind: 'people', id, circle: next })
          feed.flush()
        }}
      />
      <OrganisationField person={person} />
      <PersonFacts person={person} />
    </>
  )
}

/** Makes this the person "om wie het gaat", whose age stands on the axis; says so when it cannot. */
function IndexToggle({ person }: { person: CasePerson }) {
  const t = useTranslations('people.card')
  const { doc, actor, feed } = useSession()
  const isIndex = useCase().meta.indexPerson === person.id
  const id = useId()
  const hint = () => {
    if (!isIndex) return ''
    if (person.birth.date === null) return t('indexNoBirth')
    return ageToday(person.birth.date, today()) ? t('indexHint') : t('indexNoAge')
  }
  return (
    <div className="mt-2">
      <button
        type="button"
        aria-pressed={isIndex}
        aria-describedby={id}
        className={`inline-flex min-h-10 items-center gap-2 rounded-lg border px-3 text-m ${
          isIndex ? 'border-accent bg-accent-soft font-bold text-accent-strong' : 'border-line text-ink'
        }`}
        onClick={() => {
          setIndexPerson(doc, actor(), isIndex ? null : person.id)
          feed.flush()
        }}
      >
        <CircleDot size={16} aria-hidden="true" />
        {t('index')}
      </button>
      <p id={id} role="status" className="mt-1 text-s text-ink-soft empty:hidden">
        {hint()}
      </p>
    </div>
  )
}
