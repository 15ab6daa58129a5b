'use client'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession, useUnwritten } from '@/components/board/session'
import { FIELD, LABEL } from '@/components/ui/classes'
import { setOrganisationKind } from '@/lib/case/commands/organisations'
import { setCircle } from '@/lib/case/commands/people'
import { membersOf } from '@/lib/case/queries'
import type { CaseOrganisation } from '@/lib/case/schema'
import { CircleChoice } from './CircleChoice'
import { CircleMark } from './CircleMark'
import { MomentsOf } from './MomentsOf'
import { rowOf, usePeople } from './place'
import { RemoveButton } from './RemoveButton'
import { Row, Section } from './Section'
import { TextOf } from './TextOf'
import { useOrganisationWords } from './words'

/** One organisation, whole; who can only read sees words and no fields. */
export function OrganisationCard({ organisation }: { organisation: CaseOrganisation }) {
  const t = useTranslations('people')
  const { canWrite } = useSession()
  const words = useOrganisationWords()(organisation)
  const { id } = organisation
  const { people } = useCase()
  const { go } = usePeople()
  const members = membersOf(people, id)
  return (
    <div className="flex flex-col gap-5 p-4 pt-3">
      {canWrite ? (
        <OrganisationFields organisation={organisation} />
      ) : (
        words && <p className="text-m [overflow-wrap:anywhere]">{words}</p>
      )}
      <Section title={t('card.members')} {...(members.length === 0 && { text: t('card.noMembers') })}>
        {members.map((person) => (
          <Row
            key={person.id}
            row={rowOf('people', person.id)}
            mark={<CircleMark circle={person.circle} />}
            name={person.name || t('noName')}
            words={person.role}
            onOpen={() => go({ kind: 'people', id: person.id })}
          />
        ))}
      </Section>
      <MomentsOf id={id} />
      <RemoveButton kind="organisations" id={id} name={organisation.name} />
    </div>
  )
}

function OrganisationFields({ organisation }: { organisation: CaseOrganisation }) {
  const t = useTranslations('people')
  const { doc, actor, feed } = useSession()
  const { id, circle } = organisation
  return (
    <>
      <TextOf
        kind="organisations"
        id={id}
        field="name"
        label={t('card.organisationName')}
        placeholder=""
        className="text-l! font-bold"
      />
      <KindField organisation={organisation} />
      <CircleChoice
        label={t('circle.ofOrganisation')}
        value={circle}
        onChange={(next) => {
          setCircle(doc, actor(), { kind: 'organisations', id, circle: next })
          feed.flush()
        }}
      />
    </>
  )
}

/** What kind of organisation it is, kept when the field is left. */
function KindField({ organisation }: { organisation: CaseOrganisation }) {
  const t = useTranslations('people.card')
  const { doc, actor, feed } = useSession()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  useUnwritten(typed !== null && typed.trim() !== organisation.kind)
  const keep = () => {
    if (typed !== null) setOrganisationKind(doc, actor(), { id: organisation.id, kind: typed })
    setTyped(null)
    feed.flush()
  }
  return (
    <div>
      <label htmlFor={id} className={LABEL}>
        {t('kind')}
      </label>
      <input
        id={id}
        className={`mt-1 min-h-10 ${FIELD}`}
        value={typed ?? organisation.kind}
        maxLength={200}
        placeholder={t('kindPlaceholder')}
        autoComplete="off"
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onKeyDown={({ key }) => key === 'Enter' && keep()}
      />
    </div>
  )
}
