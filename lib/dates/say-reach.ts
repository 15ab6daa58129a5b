import { dateOfDay } from './calendar'
import { parseEdtf } from './edtf'
import type { Edtf, EdtfDate } from './edtf-types'
import { sayDate } from './say'
import { spanOf, YEAR_PARTS } from './span'
import type { Locale } from './types'
import { datesIn, two } from './units'

/**
 * The months that are meant by words that do not name them: "jun–aug 2014" of summer 2014, "jan–apr 2016" of "begin
 * 2016". Null when the date says its own bounds.
 */
export function sayReach(edtf: string, locale: Locale): string | null {
  const date = parseEdtf(edtf)
  if (!date || !namesPart(date, edtf, locale)) return null
  const spans = datesIn(date).map(spanOf)
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return null
  const [from, to] = [monthAt(first.startDay), monthAt(last.endDay - 1)]
  // August to July would be said as a school year again.
  const isOneYear = from.slice(0, -3) === to.slice(0, -3)
  return isOneYear ? sayDate(`${from}/${to}`, locale) : `${sayDate(from, locale)} – ${sayDate(to, locale)}`
}

/** Whether a season, a third, half or quarter of a year, or a school year is named and not its months. */
function namesPart(date: Edtf, edtf: string, locale: Locale): boolean {
  const isPart = ({ year, month }: EdtfDate) =>
    /^\d{4}$/.test(year.digits) && YEAR_PARTS.has(month?.digits ?? '')
  if (date.type === 'date') return isPart(date)
  const [first, last] = datesIn(date)
  const said = sayDate(edtf, locale)
  const months = first?.month && last?.month && !first.day && !last.day
  // Named by their months they have a dash ("mrt–jun 2016") or "tussen … en …".
  return Boolean(months) && /^(?:begin|midden|eind|early|mid|late|schooljaar|school year) /.test(said)
}

function monthAt(day: number): string {
  const { year, month } = dateOfDay(day)
  return `${String(year).padStart(4, '0')}-${two(month)}`
}
