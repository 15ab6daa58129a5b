import { boundsOf } from '@/lib/dates/bounds'
import { parseEdtf } from '@/lib/dates/edtf'
import type { Day } from '@/lib/dates/types'

/** Whether something was so on a day, as surely as the dates say it. */
export type Hold = 'yes' | 'perhaps' | 'no'

/** The day that is looked at, and today: periods that go on end today. */
export interface Moment {
  at: Day
  today: Day
}

/**
 * Whether something had happened by the end of a day. Null, or what is no date, is "perhaps": nobody knows when.
 * "Before 2015" reaches back without an end, and "after 2015" forward: nothing is certain beyond them.
 */
export function happened(edtf: string | null, { at, today }: Moment): Hold {
  const bounds = edtf === null ? null : boundsOf(edtf, today)
  if (!bounds) return 'perhaps'
  if (bounds.startDay > at) return bounds.openStart ? 'perhaps' : 'no'
  return bounds.endDay - 1 <= at && !bounds.openEnd ? 'yes' : 'perhaps'
}

/** Whether something had begun, and whether it was over, by the end of a day. */
export interface Span {
  begun: Hold
  over: Hold
}

/**
 * The same for what lasts: a period from its begin to its end, a single date from then on. A period without a known
 * begin has perhaps begun; one that goes on is not over.
 */
export function spanAt(edtf: string | null, moment: Moment): Span {
  const date = edtf === null ? null : parseEdtf(edtf)
  if (edtf === null || date?.type !== 'interval') return { begun: happened(edtf, moment), over: 'no' }
  const [from = '', to = ''] = edtf.split('/')
  const begun = from === '' || from === '..' ? 'perhaps' : happened(from, moment)
  // What is over has been: a begin that nobody knows lies before a known end.
  const over = to === '..' ? 'no' : to === '' ? 'perhaps' : happened(to, moment)
  return { begun: over === 'yes' ? 'yes' : begun, over: begun === 'no' ? 'no' : over }
}

/** Whether something that lasts was so then: begun and not over, each as surely as it is known. */
export function heldAt(span: Span): Hold {
  if (span.begun === 'no' || span.over === 'yes') return 'no'
  return span.begun === 'yes' && span.over === 'no' ? 'yes' : 'perhaps'
}

/** The first day that a date can be; null when it is not known. */
export function firstDay(edtf: string | null, today: Day): Day | null {
  return edtf === null ? null : (boundsOf(edtf, today)?.startDay ?? null)
}
