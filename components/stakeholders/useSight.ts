'use client'
import { useEffect, useRef } from 'react'
import { useValue } from 'tldraw'
import type { Editor, TLShape } from 'tldraw'
import { showAll, sizeOf } from '@/components/canvas/camera'
import { followView, markWay, setSight } from '@/components/canvas/sight'
import { asStake } from './shapes'

/**
 * What is near and of this form (or round) is drawn, and who is selected at any place. A form is seen whole at first, and stays so
 * when a panel takes room, until somebody looks nearer.
 */
export function useSight(editor: Editor, form: string): void {
  useEffect(() => {
    const stops = [followView(editor), markWay(editor)]
    return () => stops.forEach((stop) => stop())
  }, [editor])
  const selected = useValue('selected stakes', () => idsOf(editor.getSelectedShapes()).join(' '), [editor])
  useEffect(() => setSight(editor, { kept: new Set(selected.split(' ')) }), [editor, selected])
  const size = useValue('size', () => sizeOf(editor), [editor])
  const whole = useRef<{ form: string; camera: string } | null>(null)
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

/** Ids of the stakes that are among these shapes. */
export const idsOf = (shapes: readonly TLShape[]): string[] =>
  shapes.flatMap((shape) => asStake(shape)?.props.pieceId ?? [])

export function chooseEverybody(editor: Editor): void {
  editor.select(...editor.getCurrentPageShapes().filter((shape) => asStake(shape) !== null))
}
