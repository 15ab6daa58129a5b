'use client'
import { CircleDashed, Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { focusSoon } from '@/components/people/place'
import { TextOf } from '@/components/people/TextOf'
import { InItsDocument } from '@/components/reserved/InItsDocument'
import { LookingBack } from '@/components/looking/LookingBack'
import { BUTTON, QUIET } from '@/components/ui/classes'
import { changeStake, putInField } from './hands'
import { StakeControls } from './StakeControls'
import { useStakeWords } from './stakeWords'
import { type CaseStake, useInField } from './useInField'
import { useTakeOut } from './useTakeOut'

/** `data-row` of the heading: what is pressed below it is gone after that. */
const PLACE = 'place-in-field'

/** On the card of a person or an organisation: their place in the field, for who cannot drag too. */
export function StakeSection({ kind, id }: { kind: 'people' | 'organisations'; id: string }) {
  const t = useTranslations('stakeholders.card')
  const session = useSession()
  const { canWrite } = session
  const stake = useInField().stakes.find(({ subject }) => subject.id === id)?.stake
  if (!stake && !canWrite) return null
  return (
    <section aria-label={t('title')} className="flex flex-col gap-4">
      <h3 tabIndex={-1} data-row={PLACE} className="-mb-2 text-m font-bold outline-none">
        {t('title')}
      </h3>
      {stake && canWrite && (
        <InItsDocument kind="stakes" id={stake.id}>
          <Fields stake={stake} />
        </InItsDocument>
      )}
      {stake && !canWrite && <Reading stake={stake} />}
      {stake && <LookingBack id={stake.id} thread={stake.id} place />}
      {!stake && (
        <button
          type="button"
          className={`self-start ${BUTTON}`}
          onClick={() => {
            putInField(session, [{ kind, id }])
            focusSoon(`[data-row="${PLACE}"]`)
          }}
        >
          <CircleDashed size={16} aria-hidden="true" />
          {t('put')}
        </button>
      )}
    </section>
  )
}

function Reading({ stake }: { stake: CaseStake }) {
  const words = useStakeWords()(stake)
  return (
    <p className="text-m [overflow-wrap:anywhere]">
      {[words, stake.role.trim()].filter(Boolean).join(' · ')}
    </p>
  )
}

function Fields({ stake }: { stake: CaseStake }) {
  const t = useTranslations('stakeholders.card')
  const session = useSession()
  const takeOut = useTakeOut()
  const { id } = stake
  const remove = () => {
    takeOut([id])
    focusSoon(`[data-row="${PLACE}"]`)
  }
  return (
    <>
      <StakeControls stake={stake} onChange={(change) => changeStake(session, { id, ...change })} />
      <TextOf kind="stakes" id={id} field="role" label={t('role')} placeholder={t('rolePlaceholder')} />
      <button type="button" className={`-my-2 -ml-3 self-start ${QUIET}`} onClick={remove}>
        <Trash2 size={16} aria-hidden="true" />
        {t('remove')}
      </button>
    </>
  )
}
