'use client'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { setBinner } from '@/components/canvas/binning'
import { sizeOf } from '@/components/canvas/camera'
import { CanvasFrame } from '@/components/canvas/CanvasFrame'
import { useZoomKeys } from '@/components/canvas/useZoomKeys'
import { useOpenIds, usePeople } from '@/components/people/place'
import { useLatest } from '@/components/ui/useLatest'
import { EmptyField } from './EmptyField'
import { useForm } from './form'
import { changeStake, putStakes } from './hands'
import { setFieldHost } from './host'
import { PlacingCanvas } from './rounds/PlacingCanvas'
import { RoundStrip } from './rounds/RoundStrip'
import { SpreadCanvas } from './rounds/SpreadCanvas'
import { StripPlace } from './rounds/StripPlace'
import { type Rounds, useRounds } from './rounds/useRounds'
import { StakeBar } from './StakeBar'
import { showStakes, StakeKeys } from './StakeKeys'
import { useField } from './useField'
import { useFieldClicks } from './useFieldClicks'
import { chooseEverybody, idsOf, useSight } from './useSight'
import { useInField } from './useInField'
import { useStakesProjection } from './useStakesProjection'
import { useTakeOut } from './useTakeOut'

interface Props {
  editor: Editor
  /** Where the list of who is in the field stands, before the canvas. */
  keys: HTMLElement
}

/** The stakeholder map on the canvas: the field of all, one's own in a round, or the comparison of a round. */
export function StakeholdersView({ editor, keys }: Props) {
  const rounds = useRounds()
  const { canWrite } = useSession()
  const { shown } = rounds
  const own = { editor, keys, rounds }
  if (shown?.revealed) return <SpreadCanvas key={shown.id} {...own} round={shown} />
  if (shown && canWrite) return <PlacingCanvas key={shown.id} {...own} round={shown} />
  return <FieldCanvas {...own} />
}

/** The field that everybody shares. */
function FieldCanvas({ editor, keys, rounds }: Props & { rounds: Rounds }) {
  const session = useSession()
  const t = useTranslations('stakeholders')
  const people = usePeople()
  const [form, setForm] = useForm(editor)
  const field = useField(form)
  const show = useStakesProjection(editor, field)
  const { stakes, others } = useInField()
  const takeOut = useTakeOut()

  const choose = (id: string) => {
    // Of who stands in the middle of the rings the shape has their own id.
    const found = stakes.find(({ stake, subject: one }) => stake.id === id || one.id === id)
    const subject = found?.subject ?? others.find((one) => one.id === id)
    if (subject) people.go({ kind: subject.kind, id: subject.id })
  }
  const latest = useLatest({ layout: field.picture.layout, choose })
  useEffect(
    () =>
      setFieldHost(editor, {
        put: (puts) => {
          putStakes(session, latest.current.layout, puts)
          // Also when nothing changed: a symbol stands where the form says.
          show()
        },
        choose: (id) => latest.current.choose(id),
      }),
    [editor, session, latest, show],
  )
  useEffect(() => setBinner(editor, (shapes) => takeOut(idsOf(shapes))), [editor, takeOut])
  useSight(editor, form)
  useShown(editor)
  useFieldClicks(editor)
  useZoomKeys(editor, chooseEverybody)

  return (
    <>
      {createPortal(
        <StakeKeys
          editor={editor}
          form={form}
          stakes={stakes}
          words={{ inField: t('inField'), keys: t('keys') }}
          change={
            session.canWrite
              ? {
                  onChange: (id, change) => changeStake(session, { id, ...change }),
                  onTakeOut: (id) => takeOut([id]),
                }
              : null
          }
          onChoose={choose}
        />,
        keys,
      )}
      <CanvasFrame
        editor={editor}
        foot={<StakeBar form={form} onForm={setForm} legend={field.legend} rounds={rounds} />}
      >
        <StripPlace rail>
          <RoundStrip rounds={rounds} />
        </StripPlace>
        {stakes.length === 0 && <EmptyField />}
      </CanvasFrame>
    </>
  )
}

/** Who is open is marked in the field, and who is open alone is shown in what the panel leaves of it. */
function useShown(editor: Editor): void {
  const open = useOpenIds()
  const { stakes } = useInField()
  const shown = stakes.flatMap(({ stake }) => (open.includes(stake.subject) ? [stake] : []))
  const latest = useLatest(shown)
  const ids = shown.map(({ id }) => id).join(' ')
  const size = useValue('size', () => sizeOf(editor), [editor])
  useEffect(() => {
    // Only when others are opened: a change of their place takes nobody else out of the hand.
    if (ids && size) showStakes(editor, latest.current)
  }, [editor, latest, ids, size])
}
