'use client'
import type { PointerEvent, RefObject } from 'react'
import { useTranslations } from 'use-intl'

/** What both sides keep at the least, and one press of an arrow. Parts of a hundred. */
const LEAST = 25
const STEP = 5

interface Props {
  /** What it divides. */
  of: RefObject<HTMLElement | null>
  /** How much of it the left side has, of a hundred. */
  part: number
  onPart: (part: number) => void
}

/** Between two sides: dragged, or moved with the arrow keys; a double click makes them equal. */
export function Divider({ of, part, onPart }: Props) {
  const t = useTranslations('board.beside')
  const put = (next: number) => onPart(Math.min(100 - LEAST, Math.max(LEAST, next)))
  const follow = (event: PointerEvent<HTMLElement>) => {
    const box = of.current?.getBoundingClientRect()
    if (box && event.currentTarget.hasPointerCapture(event.pointerId))
      put(((event.clientX - box.left) / box.width) * 100)
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => put(part - STEP),
    ArrowRight: () => put(part + STEP),
    Home: () => put(LEAST),
    End: () => put(100 - LEAST),
  }
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={t('divider')}
      aria-orientation="vertical"
      aria-valuenow={Math.round(part)}
      aria-valuemin={LEAST}
      aria-valuemax={100 - LEAST}
      className="group relative z-10 -mx-2 w-5 flex-none cursor-col-resize touch-none select-none"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={follow}
      onDoubleClick={() => onPart(50)}
      onKeyDown={(event) => {
        const key = keys[event.key]
        if (!key) return
        event.preventDefault()
        key()
      }}
    >
      <div
        aria-hidden="true"
        className="absolute inset-y-0 left-1/2 w-1 -translate-x-1/2 bg-line group-hover:bg-accent group-focus-visible:bg-accent"
      />
      <div
        aria-hidden="true"
        className="absolute top-1/2 left-1/2 h-10 w-2 -translate-1/2 rounded-full border border-edge bg-surface"
      />
    </div>
  )
}
