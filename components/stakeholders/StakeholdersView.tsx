'use client'
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useValue } from 'tldraw'
import type { Editor, TLShape } from 'tldraw'
import { useSession } from '@/components/board/session'
import { setBinner } from '@/components/canvas/binning'
import { showAll, sizeOf } from '@/components/canvas/camera'
import { CanvasFrame } from '@/components/canvas/CanvasFrame'
import { followView, markWay, setSight } from '@/components/canvas/sight'
import { useZoomKeys } from '@/components/canvas/useZoomKeys'
import { useOpenIds, usePeople } from '@/components/people/place'
import { useLatest } from '@/components/ui/useLatest'
import type { StakeForm } from '@/lib/stakeholders/types'
import { EmptyField } from './EmptyField'
import { useForm } from './form'
import { putStakes } from './hands'
import { setFieldHost } from './host'
import { asStake } from './shapes'
import { StakeBar } from './StakeBar'
import { showStakes, StakeKeys } from './StakeKeys'
import { useField } from './useField'
import { useFieldClicks } from './useFieldClicks'
import { useInField } from './useInField'
import { useStakesProjection } from './useStakesProjection'
import { useTakeOut } from './useTakeOut'

/** The stakeholder map on the canvas. `keys`: where the list of who is in it stands, before the canvas. */
export function StakeholdersView({ editor, keys }: { editor: Editor; keys: HTMLElement }) {
  const session = useSession()
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
      {createPortal(<StakeKeys editor={editor} form={form} onChoose={choose} />, keys)}
      <CanvasFrame editor={editor} foot={<StakeBar form={form} onForm={setForm} legend={field.legend} />}>
        {stakes.length === 0 && <EmptyField />}
      </CanvasFrame>
    </>
  )
}

/**
 * What is near and of this form is drawn, and who is selected at any place. A form is seen whole at first, and stays so
 * when a panel takes room, until somebody looks nearer.
 */
function useSight(editor: Editor, form: StakeForm): void {
  useEffect(() => {
    const stops = [followView(editor), markWay(editor)]
    return () => stops.forEach((stop) => stop())
  }, [editor])
  const selected = useValue('selected stakes', () => idsOf(editor.getSelectedShapes()).join(' '), [editor])
  useEffect(() => setSight(editor, { kept: new Set(selected.split(' ')) }), [editor, selected])
  const size = useValue('size', () => sizeOf(editor), [editor])
  const whole = useRef<{ form: StakeForm; camera: string } | null>(null)
  useEffect(() => {
    setSight(editor, { form })
    if (whole.current?.form === form && whole.current.camera !== cameraOf(editor)) return
    if (size) showAll(editor)
    whole.current = { form, camera: cameraOf(editor) }
  }, [editor, form, size])
}

function cameraOf(editor: Editor): string {
  const { x, y, z } = editor.getCamera()
  return `${x} ${y} ${z}`
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

const idsOf = (shapes: readonly TLShape[]): string[] =>
  shapes.flatMap((shape) => asStake(shape)?.props.pieceId ?? [])

function chooseEverybody(editor: Editor): void {
  editor.select(...editor.getCurrentPageShapes().filter((shape) => asStake(shape) !== null))
}
