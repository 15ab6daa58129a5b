'use client'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { today, useCase, useSession } from '@/components/board/session'
import { Section } from '@/components/people/Section'
import { SaidDateField } from '@/components/timeline/SaidDateField'
import { BUTTON, QUIET } from '@/components/ui/classes'
import { PickField } from '@/components/ui/PickField'
import { setMoreChildren } from '@/lib/case/commands/partnerships'
import { addPhase, removePhase, setPhase } from '@/lib/case/commands/phases'
import type { CasePhase } from '@/lib/case/schema'
import { MoreChildren } from '@/lib/case/schemaFamily'
import { sayDate } from '@/lib/dates/say'
import { phaseTypeOf } from '@/lib/genogram/lines/unionForms'
import { sortedPhases } from '@/lib/genogram/phasesAt'
import { type Couple, couplesInTime } from '@/lib/genogram/relatives'
import { PHASE_TYPES } from '@/lib/genogram/vocabulary'
import { NO_PHASE, phaseOf, PhaseFields } from '../make/PhaseFields'
import { useCaseNames } from '../useCaseNames'
import { Fold } from './Fold'
import { OnTimeline } from './OnTimeline'
import { PersonRow } from './PersonRow'
import { useAct, useTakeAway } from './useAct'

/** Somebody's partners, with what they were to each other in the order in which it was so. */
export function Partners({ of }: { of: string }) {
  const t = useTranslations('genogram.family')
  const all = useCase()
  const { canWrite } = useSession()
  const wordsOf = usePhaseWords()
  const nameOf = useCaseNames()
  const couples = couplesInTime(all, of, today())
  if (couples.length === 0) return null
  return (
    <div>
      <Section title={t('partners')}>
        {couples.map((couple) => (
          <PersonRow key={couple.id} id={couple.partner} words={wordsOf(couple)} />
        ))}
      </Section>
      {canWrite &&
        couples.map((couple) => (
          <Fold key={couple.id} label={t('changeWith', { name: nameOf(couple.partner) })}>
            <Phases of={of} couple={couple} />
          </Fold>
        ))}
    </div>
  )
}

/** "getrouwd 1998 · gescheiden 2013 · geen kinderen meer". */
function usePhaseWords(): (couple: Couple) => string {
  const t = useTranslations('genogram')
  const { locale } = useSession()
  return ({ partnership: { phases, moreChildren } }) =>
    [
      ...sortedPhases(phases, today()).map(([, { type, date, originalText }]) =>
        [t(`phase.${phaseTypeOf(type)}`), date ? sayDate(date, locale) : originalText]
          .filter(Boolean)
          .join(' '),
      ),
      ...(moreChildren ? [t(`moreChildren.${moreChildren}`)] : []),
    ].join(' · ')
}

function Phases({ of, couple }: { of: string; couple: Couple }) {
  const t = useTranslations('genogram.family')
  const m = useTranslations('genogram.make')
  const act = useAct()
  const takeAway = useTakeAway()
  const { parentages } = useCase()
  const [draft, setDraft] = useState(NO_PHASE)
  const { id, partnership } = couple
  const said = phaseOf(draft)
  const hasChildren = parentages.some((one) => one.partnership === id)
  return (
    <>
      {sortedPhases(partnership.phases, today()).map(([key, phase]) => (
        <PhaseLine key={key} of={of} couple={couple} phaseKey={key} phase={phase} />
      ))}
      <PhaseFields label={t('nextPhase')} draft={draft} onDraft={setDraft} />
      {said && (
        <button
          type="button"
          className={BUTTON}
          onClick={() => {
            act((doc, actor) => addPhase(doc, actor, { partnership: id, phase: said }))
            setDraft(NO_PHASE)
          }}
        >
          {t('addPhase')}
        </button>
      )}
      <PickField
        label={t('moreChildren')}
        options={[
          { value: '', label: m('notSaid') },
          ...MoreChildren.options.map((value) => ({ value, label: t(`moreChildrenAs.${value}`) })),
        ]}
        value={partnership.moreChildren ?? ''}
        onChange={(value) =>
          act((doc, actor) => setMoreChildren(doc, actor, { id, moreChildren: value === '' ? null : value }))
        }
      />
      {!hasChildren && (
        <button
          type="button"
          className={`-ml-3 self-start text-danger! ${QUIET}`}
          onClick={() => takeAway('partnerships', id)}
        >
          <Trash2 size={16} aria-hidden="true" />
          {t('noCouple')}
        </button>
      )}
    </>
  )
}

function PhaseLine({
  of,
  couple,
  phaseKey,
  phase,
}: {
  of: string
  couple: Couple
  phaseKey: string
  phase: CasePhase
}) {
  const t = useTranslations('genogram')
  const d = useTranslations('dates')
  const act = useAct()
  const nameOf = useCaseNames()
  const type = phaseTypeOf(phase.type)
  const at = { partnership: couple.id, phase: phaseKey }
  const title = t('family.phaseTitle', {
    a: nameOf(of),
    b: nameOf(couple.partner),
    phase: t(`phase.${type}`),
  })
  return (
    <div className="flex flex-col gap-2">
      <PickField
        label={t('family.phase')}
        options={PHASE_TYPES.map((value) => ({ value, label: t(`phase.${value}`) }))}
        value={type}
        onChange={(next) => act((doc, actor) => setPhase(doc, actor, { ...at, type: next }))}
      />
      <SaidDateField
        label={t('make.phaseWhen')}
        placeholder={t('make.sincePlaceholder')}
        examples={d('examples')}
        said={phase}
        onKeep={({ date, originalText }) =>
          act((doc, actor) => setPhase(doc, actor, { ...at, date, originalText }))
        }
      />
      <OnTimeline fact={{ kind: 'phase', id: couple.id, phase: phaseKey }} title={title} />
      <button
        type="button"
        className={`-ml-3 self-start ${QUIET}`}
        onClick={() => act((doc, actor) => removePhase(doc, actor, at))}
      >
        <Trash2 size={16} aria-hidden="true" />
        {t('family.removePhase')}
      </button>
    </div>
  )
}
