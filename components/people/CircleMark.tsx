'use client'
import { Briefcase, Building2, CircleQuestionMark, House, Sprout } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { tintOf } from '@/components/timeline/tints'
import type { CircleName } from '@/lib/case/schema'

const ICONS: Record<CircleName, LucideIcon> = {
  family: House,
  network: Sprout,
  professional: Briefcase,
  unknown: CircleQuestionMark,
}

/** The shape of a circle; its word always stands beside it. */
export function CircleIcon({ circle, size = 16 }: { circle: CircleName; size?: number }) {
  const Icon = ICONS[circle]
  return <Icon size={size} aria-hidden="true" className="shrink-0" style={{ color: tintOf(circle).line }} />
}

/** A person is round, an organisation is square, both in the colour and with the shape of their circle. */
export function CircleMark({ circle, organisation }: { circle: CircleName; organisation?: boolean }) {
  const tint = tintOf(circle)
  const Icon = organisation && circle === 'professional' ? Building2 : ICONS[circle]
  return (
    <span
      aria-hidden="true"
      className={`grid size-9 shrink-0 place-items-center border ${organisation ? 'rounded-lg' : 'rounded-full'}`}
      style={{ color: tint.line, borderColor: tint.line, background: tint.soft }}
    >
      <Icon size={18} />
    </span>
  )
}
