'use client'
import { List } from 'lucide-react'
import { useLayoutEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Editor, TLShape } from 'tldraw'
import { useMessages, useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import { useCase } from '@/components/board/session'
import { BarLegend } from '@/components/canvas/BarLegend'
import { BAR_BUTTON, BarPopover } from '@/components/canvas/BarPopover'
import { STAKEHOLDERS_PAGE } from '@/components/canvas/binding/pages'
import { CanvasFrame } from '@/components/canvas/CanvasFrame'
import { heldIn } from '@/components/canvas/held'
import { nth, projected, showProjection } from '@/components/canvas/projection'
import { useZoomKeys } from '@/components/canvas/useZoomKeys'
import { useSaid } from '@/components/genogram/useSaid'
import { Dialog } from '@/components/ui/dialog'
import { useSame } from '@/components/ui/useSame'
import type { CaseRound } from '@/lib/case/schema'
import { GENOGRAM_THEME } from '@/lib/genogram/theme'
import { stakesOf } from '@/lib/stakeholders/fromCase'
import { layoutSpread } from '@/lib/stakeholders/rounds/layout'
import {
  spreadLegend,
  type SpreadDrawing,
  spreadPieces,
  type SpreadPicture,
} from '@/lib/stakeholders/rounds/pieces'
import { placedCase } from '@/lib/stakeholders/rounds/places'
import { joinMarks, spreadOf } from '@/lib/stakeholders/rounds/spread'
import { fieldId } from '../shapes'
import { useInField } from '../useInField'
import { chooseEverybody, useSight } from '../useSight'
import { RoundsButton } from './RoundsButton'
import { RoundStrip } from './RoundStrip'
import { SpreadTable } from './SpreadTable'
import { StripPlace } from './StripPlace'
import type { Rounds } from './useRounds'
import { useSpreadWords } from './useSpread'

interface Props {
  editor: Editor
  keys: HTMLElement
  rounds: Rounds
  round: CaseRound
}

/** What everybody placed in a round, side by side on the canvas, and in words beside it. */
export function SpreadCanvas({ editor, keys, rounds, round }: Props) {
  const t = useTranslations('stakeholders')
  const { picture, how } = useSpreadPicture(round)
  const [inWords, setInWords] = useState(false)
  useLayoutEffect(
    () => showProjection(editor.store, STAKEHOLDERS_PAGE, project(picture, how), heldIn(editor)),
    [editor, picture, how],
  )
  useSight(editor, `round-${round.id}`)
  useZoomKeys(editor, chooseEverybody)
  const legend = useMemo(() => spreadLegend(picture, how), [picture, how])
  return (
    <>
      {createPortal(<InWords round={round} />, keys)}
      <CanvasFrame
        editor={editor}
        foot={
          <>
            <BarPopover name={t('legend')} icon={<List size={16} aria-hidden="true" />}>
              <BarLegend entries={legend} label={t('signs')} none={t('round.none')} />
            </BarPopover>
            <RoundsButton rounds={rounds} className={BAR_BUTTON} words="rt-roomy" />
          </>
        }
      >
        <StripPlace rail>
          <RoundStrip rounds={rounds} onWords={() => setInWords(true)} />
        </StripPlace>
      </CanvasFrame>
      <Dialog open={inWords} onOpenChange={setInWords} title={t('round.spread')} text={round.question} wide>
        <SpreadTable round={round} />
      </Dialog>
    </>
  )
}

/** The comparison for who hears it. */
function InWords({ round }: { round: CaseRound }) {
  const t = useTranslations('stakeholders.round')
  const { stakes } = useInField(placedCase(useCase(), round, {}))
  const said = useSpreadWords(round)
  return (
    <ul aria-label={t('spread')} className="sr-only">
      {stakes.map(({ subject }) => (
        <li key={subject.id}>{`${subject.name}. ${joinMarks(said(subject.id)) || t('nobodyPlaced')}`}</li>
      ))}
    </ul>
  )
}

function useSpreadPicture(round: CaseRound): { picture: SpreadPicture; how: SpreadDrawing } {
  const caseData = useCase()
  const said = useSaid()
  const messages = useMessages()
  const nameOf = useNameOf()
  const authors = [...new Set(Object.values(round.placements).map(({ by }) => by))]
  const called = useSame(authors.map((by) => ({ by, name: by === null ? null : nameOf(by) })))
  const picture = useMemo((): SpreadPicture => {
    const { input, people, style } = stakesOf(placedCase(caseData, round, {}), { ...said, form: round.form })
    // Who stands in the middle of the rings is placed by nobody.
    const shown = input.stakeholders.filter(({ subject }) => subject !== input.centre?.subject)
    return { layout: layoutSpread(round.form, shown, spreadOf(round)), people, style, question: '' }
  }, [caseData, said, round])
  const how = useMemo((): SpreadDrawing => {
    const { drawn, step } = messages.stakeholders
    const known = new Map(called.map(({ by, name }) => [by, name]))
    return {
      theme: GENOGRAM_THEME,
      words: { drawn, genogram: messages.genogram },
      steps: step,
      nameOf: (principal) => known.get(principal) ?? null,
    }
  }, [messages, called])
  return { picture, how }
}

/** Locked, each under the id of who it is about: arrows and ink can hold on to them. */
function project(picture: SpreadPicture, how: SpreadDrawing): TLShape[] {
  return spreadPieces(picture, how).map(({ kind, id, box, shapes }, i) => {
    const { x, y, w, h } = box
    const props = { w, h, left: x, top: y, pieceId: id, shapes }
    const here = projected(
      STAKEHOLDERS_PAGE,
      fieldId(kind, id),
      nth(kind === 'field' ? 'a01' : 'a03', i),
      true,
    )
    return { ...here, type: 'rotonde-field', x, y, props }
  })
}
