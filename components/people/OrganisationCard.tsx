'use client'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { AddButtons } from '@/components/genogram/family/AddButtons'
import { Bonds } from '@/components/genogram/family/Bonds'
import { Children } from '@/components/genogram/family/ParentsAndChildren'
import { LookingBack } from '@/components/looking/LookingBack'
import { PlaceInPicture } from '@/components/genogram/family/PlaceInPicture'
import { StakeSection } from '@/components/stakeholders/StakeSection'
import { KeptField } from '@/components/ui/KeptField'
import { setOrganisationKind } from '@/lib/case/commands/organisations'
import { setCircle } from '@/lib/case/commands/people'
import { membersOf } from '@/lib/case/queries'
import type { CaseOrganisation } from '@/lib/case/schema'
import { CircleChoice } from './CircleChoice'
import { CircleMark } from './CircleMark'
import { MergeButton } from './MergeButton'
import { MomentsOf } from './MomentsOf'
import { rowOf, usePeople } from './place'
import { RemoveButton } from './RemoveButton'
import { ShowOn } from './ShowOn'
import { Row, Section } from './Section'
import { TextOf } from './TextOf'
import { useOrganisationWords } from './words'

/** One organisation, whole; who can only read sees words and no fields. */
export function OrganisationCard({ organisation }: { organisation: CaseOrganisation }) {
  const t = useTranslations('people')
  const tf = useTranslations('genogram.family')
  const { canWrite } = useSession()
  const words = useOrganisationWords()(organisation)
  const { id } = organisation
  const { people } = useCase()
  const { go } = usePeople()
  const members = membersOf(people, id)
  return (
    <div className="flex flex-col gap-5 p-4 pt-3">
      <ShowOn id={id} />
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
      <div className="flex flex-col gap-2">
        <Children of={id} title={tf('placed')} />
        <AddButtons of={id} kinds={['child']} labels={{ child: tf('addPlaced') }} />
      </div>
      <Bonds of={id} />
      <PlaceInPicture of={id} />
      <StakeSection kind="organisations" id={id} />
      <MomentsOf id={id} />
      <LookingBack id={id} thread={null} />
      <MergeButton kind="organisations" id={id} />
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
      <KeptField
        label={t('card.kind')}
        placeholder={t('card.kindPlaceholder')}
        value={organisation.kind}
        onKeep={(kind) => {
          setOrganisationKind(doc, actor(), { id, kind })
          feed.flush()
        }}
      />
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
