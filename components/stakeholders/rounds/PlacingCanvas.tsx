'use client'
import { List } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { react } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { useQuiet } from '@/components/board/quiet'
import { useCase, useSession } from '@/components/board/session'
import { BarLegend } from '@/components/canvas/BarLegend'
import { BarPopover } from '@/components/canvas/BarPopover'
import { setBinner } from '@/components/canvas/binning'
import { CanvasFrame } from '@/components/canvas/CanvasFrame'
import { useZoomKeys } from '@/components/canvas/useZoomKeys'
import { Dialog } from '@/components/ui/dialog'
import { useLatest } from '@/components/ui/useLatest'
import type { CaseRound } from '@/lib/case/schema'
import { attributesAt } from '@/lib/stakeholders/attributesAt'
import { NOWHERE, placedCase } from '@/lib/stakeholders/rounds/places'
import { setFieldHost } from '../host'
import { StakeKeys } from '../StakeKeys'
import { useField } from '../useField'
import { useFieldClicks } from '../useFieldClicks'
import { useInField } from '../useInField'
import { chooseEverybody, idsOf, useSight } from '../useSight'
import { useStakesProjection } from '../useStakesProjection'
import type { OwnPlaces } from './ownPlaces'
import { PlaceCards } from './PlaceCards'
import { RoundStrip } from './RoundStrip'
import { StripPlace } from './StripPlace'
import { useOwnPlaces } from './useOwnPlaces'
import type { Rounds } from './useRounds'

interface Props {
  editor: Editor
  keys: HTMLElement
  rounds: Rounds
  round: CaseRound
}

/**
 * One's own field in a round: the same picture and the same hands as of the field that all share, but what they do goes
 * to the server as a private entry, and nobody sees where they point.
 */
export function PlacingCanvas({ editor, keys, rounds, round }: Props) {
  const t = useTranslations('stakeholders')
  const { awareness } = useSession()
  useQuiet(awareness)
  const { own, now } = useOwnPlaces(round.id)
  const caseData = useCase()
  const mine = useMemo(() => placedCase(caseData, round, now.places), [caseData, round, now.places])
  const field = useField(round.form, mine)
  const show = useStakesProjection(editor, field)
  const { stakes } = useInField(mine)
  /** Whose questions are open; "" for everybody's. */
  const [asked, setAsked] = useState<string | null>(null)

  const latest = useLatest({ layout: field.picture.layout, own })
  useEffect(
    () =>
      setFieldHost(editor, {
        put: (puts) => {
          const { layout } = latest.current
          latest.current.own.placeAll(
            puts.map(({ id, x, y }) => ({
              subject: id,
              change: attributesAt(layout.form, { x, y }, layout),
            })),
          )
          // Also when nothing changed: a symbol stands where the form says.
          show()
        },
        choose: setAsked,
      }),
    [editor, latest, show],
  )
  const { form } = round
  const forget = useCallback(
    (ids: readonly string[]) => own.placeAll(ids.map((subject) => ({ subject, change: NOWHERE[form] }))),
    [own, form],
  )
  useEffect(() => setBinner(editor, (shapes) => forget(idsOf(shapes))), [editor, forget])
  useSight(editor, `round-${round.id}`)
  useFieldClicks(editor)
  useZoomKeys(editor, chooseEverybody)
  useHandsOnly(editor)
  useOwnUndo(own)

  const subject = stakes.find((one) => one.subject.id === asked)?.subject
  return (
    <>
      {createPortal(
        <StakeKeys
          editor={editor}
          form={round.form}
          stakes={stakes}
          words={{ inField: t('round.inField'), keys: t('round.keys') }}
          change={{ onChange: (id, change) => own.place(id, change), onTakeOut: (id) => forget([id]) }}
          onChoose={setAsked}
        />,
        keys,
      )}
      <CanvasFrame
        editor={editor}
        tools={false}
        foot={
          <BarPopover name={t('legend')} icon={<List size={16} aria-hidden="true" />}>
            <BarLegend entries={field.legend} label={t('signs')} none={t('noLegend')} />
          </BarPopover>
        }
      >
        <StripPlace>
          <RoundStrip rounds={rounds} onWords={() => setAsked('')} />
        </StripPlace>
      </CanvasFrame>
      <Dialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={subject?.name ?? t('round.who')}
        text={round.question}
      >
        <PlaceCards round={round} only={subject?.id} />
      </Dialog>
    </>
  )
}

/** Nothing can be drawn: what is drawn is everybody's. */
function useHandsOnly(editor: Editor): void {
  useEffect(
    () =>
      react('hands only', () => {
        const tool = editor.getCurrentToolId()
        if (tool !== 'select' && tool !== 'hand' && tool !== 'zoom') editor.setCurrentTool('select')
      }),
    [editor],
  )
}

/** Undo takes back one's own last place here, and nothing of what all share. */
function useOwnUndo(own: OwnPlaces): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || !['z', 'y'].includes(event.key.toLowerCase()))
        return
      event.preventDefault()
      event.stopPropagation()
      if (event.key.toLowerCase() === 'z' && !event.shiftKey) own.undo()
    }
    // Before the board's own undo, which listens on the document.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [own])
}
