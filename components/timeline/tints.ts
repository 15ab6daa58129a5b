import type { CircleName } from '@/lib/case/schema'

interface Tint {
  line: string
  soft: string
}

const TINTS: Record<CircleName, Tint> = {
  family: { line: 'var(--family)', soft: 'var(--family-soft)' },
  network: { line: 'var(--network)', soft: 'var(--network-soft)' },
  professional: { line: 'var(--professional)', soft: 'var(--professional-soft)' },
  unknown: { line: 'var(--unknown)', soft: 'var(--unknown-soft)' },
}

/** The two colours of a circle of people; place, shape and words always say the same. */
export function tintOf(name: string | undefined): Tint {
  return TINTS[name?.split(' ')[0] as CircleName] ?? TINTS.unknown
}
