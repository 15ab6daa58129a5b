'use client'
import { useMemo } from 'react'
import { useMessages } from 'use-intl'
import { useCase } from '@/components/board/session'
import { svgShapes } from '@/lib/drawing/toSvg'
import { SIGN_H, SIGN_W } from '@/lib/genogram/drawLegend'
import { relationSign } from '@/lib/genogram/relationSign'
import { styleOf } from '@/lib/genogram/styleOf'

/** A small picture of the line of a relation, as it is drawn on this board; its name stands beside it. */
export function BondSign({ type }: { type: string }) {
  const { genogram } = useMessages()
  const { views } = useCase()
  const style = useMemo(() => styleOf(views), [views])
  const painted = useMemo(() => svgShapes(relationSign(type, style, genogram)), [type, style, genogram])
  return (
    <svg
      width={SIGN_W}
      height={SIGN_H}
      viewBox={`0 0 ${SIGN_W} ${SIGN_H}`}
      aria-hidden="true"
      className="shrink-0"
      dangerouslySetInnerHTML={{ __html: painted }}
    />
  )
}
