import { ageAt, ageToday } from '@/lib/dates/age'
import { boundsOf, dateOfDay } from '@/lib/dates/bounds'
import { sayDate } from '@/lib/dates/say'
import type { Locale } from '@/lib/dates/types'
import type { CasePerson } from '@/lib/case/schema'
import { happened, type Moment } from './hold'

/** What can be said of how long somebody has lived, on a day. */
export interface Lifespan {
  /** "16", "± 40", the age at death, or "". */
  age: string
  /** "2009", "± 1960", "1938 – 2012", "† 2012", or "". */
  years: string
  deceased: boolean
  /** Whether they had been born, and had died: see `happened`. */
  born: 'yes' | 'perhaps' | 'no'
  died: 'yes' | 'perhaps' | 'no'
}

/** Ages belong to who has been born, and are as sure as the birth. */
export function lifespanOf(
  { kind, birth, death }: Pick<CasePerson, 'kind' | 'birth' | 'death'>,
  moment: Moment,
  locale: Locale,
): Lifespan {
  const born = happened(birth.date, moment)
  const died = diedBy(death, moment)
  const deceased = died === 'yes'
  const hasAge = kind === 'person' || kind === 'pet'
  return {
    age: hasAge ? ageOf(birth.date, deceased ? (death?.date ?? null) : null, deceased, moment) : '',
    years: yearsOf(birth.date, deceased ? death : null, locale),
    deceased,
    born,
    died,
  }
}

/** That somebody has died is known even when nobody knows when: not for the past, but for today. */
function diedBy(death: CasePerson['death'], moment: Moment): Lifespan['died'] {
  if (!death) return 'no'
  const known = happened(death.date, moment)
  return known === 'perhaps' && moment.at >= moment.today ? 'yes' : known
}

function ageOf(birth: string | null, death: string | null, deceased: boolean, { at, today }: Moment): string {
  const bounds = death === null ? null : boundsOf(death, today)
  if (deceased && (!bounds || bounds.kind === 'period' || bounds.openStart || bounds.openEnd)) return ''
  if (!bounds) {
    const now = ageToday(birth, at)
    return now && now.years <= OLDEST ? said(now.years, now.about) : ''
  }
  // Of whom only the year of death is known, the ages that they can have had lie apart: the later one, as "about".
  const years = ageAt(birth, bounds.endDay - 1)
  if (years === null) return ''
  const about = ageToday(birth, bounds.endDay - 1)?.about ?? true
  return said(years, about || bounds.endDay - bounds.startDay > 1 || bounds.uncertain)
}

/** Nobody is known to have grown older. Who would be has died, and nobody wrote it down. Years. */
const OLDEST = 122

const said = (years: number, about: boolean) => (about ? `± ${years}` : `${years}`)

function yearsOf(birth: string | null, death: CasePerson['death'], locale: Locale): string {
  const from = birth === null ? '' : sayYear(birth, locale)
  if (!death) return from
  const to = death.date === null ? '' : sayYear(death.date, locale)
  if (from === '') return to === '' ? '†' : `† ${to}`
  return `${from} – ${to === '' ? '?' : to}`
}

/** A date no finer than its year, as sure as it was said. */
function sayYear(edtf: string, locale: Locale): string {
  const bounds = boundsOf(edtf, 0)
  const fine = bounds?.kind === 'point' && ['day', 'month', 'season', 'year'].includes(bounds.precision)
  if (!bounds || !fine) return sayDate(edtf, locale)
  const year = /^-?\d{4}(?!\d)/.exec(edtf)?.[0] ?? String(dateOfDay(bounds.startDay).year)
  const mark = bounds.approximate ? (bounds.uncertain ? '%' : '~') : bounds.uncertain ? '?' : ''
  return sayDate(`${year}${mark}`, locale)
}
