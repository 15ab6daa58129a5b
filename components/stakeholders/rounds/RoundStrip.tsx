'use client'
import { Check, EyeOff } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { BUTTON, PRIMARY, QUIET } from '@/components/ui/classes'
import type { CaseRound } from '@/lib/case/schema'
import { isPlaced } from '@/lib/stakeholders/rounds/places'
import { GuideRow } from './GuideRow'
import type { Rounds } from './useRounds'
import { useOwnPlaces } from './useOwnPlaces'

interface Props {
  rounds: Rounds
  /** Opens the same in words, where it is not shown in words already. */
  onWords?: (() => void) | undefined
}

/** What goes on in a round, above the field or the list: an invitation, one's own placing, or the comparison. */
export function RoundStrip({ rounds, onWords }: Props) {
  const { shown, open, fresh } = rounds
  const { canWrite } = useSession()
  if (shown?.revealed) return <Comparing round={shown} rounds={rounds} onWords={onWords} />
  if (shown && canWrite) return <Placing round={shown} rounds={rounds} onWords={onWords} />
  if (open) return <Invitation round={open} rounds={rounds} />
  return fresh && <Fresh round={fresh} rounds={rounds} />
}

const STRIP =
  'rt-strip pointer-events-auto flex flex-col gap-2 rounded-card border border-line bg-surface px-4 py-3 shadow-card'

function Invitation({ round, rounds }: { round: CaseRound; rounds: Rounds }) {
  const t = useTranslations('stakeholders.round')
  const { canWrite } = useSession()
  return (
    <section aria-label={t('title')} className={STRIP}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="min-w-0 flex-1 basis-60 text-m [overflow-wrap:anywhere]">
          <strong>{t('now')}</strong> {canWrite ? round.question : t('reads')}
        </p>
        {canWrite && (
          <button type="button" className={PRIMARY} onClick={() => rounds.look(round.id)}>
            {t('place')}
          </button>
        )}
      </div>
    </section>
  )
}

function Fresh({ round, rounds }: { round: CaseRound; rounds: Rounds }) {
  const t = useTranslations('stakeholders.round')
  return (
    <section aria-label={t('title')} className={STRIP}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="min-w-0 flex-1 basis-60 text-m [overflow-wrap:anywhere]">
          <strong>{t('ready')}</strong> {round.question}
        </p>
        <button type="button" className={PRIMARY} onClick={() => rounds.look(round.id)}>
          {t('compare')}
        </button>
      </div>
    </section>
  )
}

function Placing({ round, rounds, onWords }: Props & { round: CaseRound }) {
  const t = useTranslations('stakeholders.round')
  const { guides } = useSession()
  const { own, now } = useOwnPlaces(round.id)
  const done = round.subjects.filter((id) => isPlaced(round.form, now.places[id])).length
  const isOff = now.status === 'loading' || now.status === 'refused'
  return (
    <section aria-label={t('title')} className={STRIP}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 className="min-w-0 flex-1 basis-60 text-m font-bold [overflow-wrap:anywhere]">
          {round.question}
        </h2>
        <p className="text-s text-ink-soft">
          <span className="tabular-nums">{t('placed', { done, count: round.subjects.length })}</span>
          {' · '}
          <span role="status">{t(`status.${now.status}`)}</span>
        </p>
      </div>
      <p className="flex items-center gap-2 text-s text-ink-soft">
        <EyeOff size={16} aria-hidden="true" className="shrink-0" />
        {t('onlyYou')}
      </p>
      <fieldset disabled={isOff} className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <legend className="sr-only">{t('mine')}</legend>
        <Tick label={t('named')} hint={t('namedText')} checked={now.named} onChange={own.setNamed} />
        <Tick label={t('keep')} hint={t('keepText')} checked={now.keep} onChange={own.setKeep} />
        <div className="ml-auto flex flex-wrap items-center gap-2">
          {Object.keys(now.places).length > 0 && (
            <button type="button" className={QUIET} onClick={own.withdraw}>
              {t('withdraw')}
            </button>
          )}
          {onWords && (
            <button type="button" className={BUTTON} onClick={onWords}>
              {t('words')}
            </button>
          )}
          <button
            type="button"
            aria-pressed={now.ready}
            className={now.ready ? `${BUTTON} border-accent bg-accent-soft` : guides ? BUTTON : PRIMARY}
            onClick={() => void own.setReady(!now.ready)}
          >
            {now.ready && <Check size={18} aria-hidden="true" />}
            {t('done')}
          </button>
          <button type="button" className={QUIET} onClick={() => rounds.look(null)}>
            {t('back')}
          </button>
        </div>
      </fieldset>
      {guides && (
        <div className="border-t border-line pt-2">
          <GuideRow round={round} saving={now.status === 'saving'} />
        </div>
      )}
    </section>
  )
}

function Tick(props: {
  label: string
  hint: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <label title={props.hint} className="flex min-h-10 cursor-pointer items-center gap-2 text-m">
      <input
        type="checkbox"
        className="size-5 shrink-0 accent-accent"
        checked={props.checked}
        onChange={({ target }) => props.onChange(target.checked)}
      />
      {props.label}
      <span className="sr-only">{props.hint}</span>
    </label>
  )
}

function Comparing({ round, rounds, onWords }: Props & { round: CaseRound }) {
  const t = useTranslations('stakeholders.round')
  const { own, now } = useOwnPlaces(round.id)
  const count = Object.keys(round.placements).length
  return (
    <section aria-label={t('title')} className={STRIP}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-m font-bold [overflow-wrap:anywhere]">
            {t('of', { question: round.question })}
          </h2>
          <p role="status" className="text-s text-ink-soft">
            {t('state.revealed', { count })}
            {now.keep && ` · ${t('kept')}`}
          </p>
        </div>
        {now.keep && (
          <button type="button" className={QUIET} onClick={own.withdraw}>
            {t('withdraw')}
          </button>
        )}
        {onWords && (
          <button type="button" className={BUTTON} onClick={onWords}>
            {t('words')}
          </button>
        )}
        <button type="button" className={QUIET} onClick={() => rounds.look(null)}>
          {t('back')}
        </button>
      </div>
    </section>
  )
}
