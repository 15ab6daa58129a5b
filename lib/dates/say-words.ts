import type { Locale } from './types'

/** `years` is what begins in this year and runs into the next: "2015/16". */
type PartOfYear = (year: string, years: string) => string

/** The seasons, and those of the northern (25-28) and southern (29-32) half of the world with where that is. */
function seasons(names: readonly PartOfYear[], north: string, south: string): Record<string, PartOfYear> {
  return Object.fromEntries(
    names.flatMap((say, i): [string, PartOfYear][] => [
      [String(21 + i), say],
      [String(25 + i), (year, years) => `${say(year, years)} ${north}`],
      // There it is the summer that runs into the next year.
      [String(29 + i), (_, years) => `${say(years, years)} ${south}`],
    ]),
  )
}

/** How one language says a date; every form is one that `readWords` understands. */
export interface Phrases {
  /** Short names, January first. */
  months: readonly string[]
  /** Parts of a year by EDTF code. */
  parts: Readonly<Record<string, PartOfYear>>
  /** By first and last month. */
  thirds: Readonly<Record<string, string>>
  about: string
  or: string
  beforeChrist: string
  yearUnknown: string
  /** `tens` is a year without its last digit. */
  decade: (tens: string) => string
  century: (ordinal: number) => string
  schoolYear: (years: string) => string
  between: (from: string, to: string) => string
  before: (date: string) => string
  after: (date: string) => string
  since: (date: string) => string
  until: (date: string) => string
  startUnknown: (end: string) => string
  endUnknown: (start: string) => string
}

export const SAY: Readonly<Record<Locale, Phrases>> = {
  nl: {
    months: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
    parts: {
      ...seasons(
        [
          (year) => `lente ${year}`,
          (year) => `zomer ${year}`,
          (year) => `herfst ${year}`,
          (_, years) => `winter ${years}`,
        ],
        'noordelijk halfrond',
        'zuidelijk halfrond',
      ),
      33: (year) => `1e kwartaal ${year}`,
      34: (year) => `2e kwartaal ${year}`,
      35: (year) => `3e kwartaal ${year}`,
      36: (year) => `4e kwartaal ${year}`,
      37: (year) => `eerste vier maanden ${year}`,
      38: (year) => `tweede vier maanden ${year}`,
      39: (year) => `laatste vier maanden ${year}`,
      40: (year) => `eerste helft ${year}`,
      41: (year) => `tweede helft ${year}`,
    },
    thirds: { '01-04': 'begin', '05-08': 'midden', '09-12': 'eind' },
    about: '±',
    or: 'of',
    beforeChrist: 'v.Chr.',
    yearUnknown: 'jaar onbekend',
    decade: (tens) => (/^19[2-9]$/.test(tens) ? `jaren ${tens.slice(2)}0` : `jaren ${tens}0`),
    century: (ordinal) => `${ordinal}e eeuw`,
    schoolYear: (years) => `schooljaar ${years}`,
    between: (from, to) => `tussen ${from} en ${to}`,
    before: (date) => `voor ${date}`,
    after: (date) => `na ${date}`,
    since: (date) => `sinds ${date}`,
    until: (date) => `tot ${date}`,
    startUnknown: (end) => `tot ${end}, begin onbekend`,
    endUnknown: (start) => `vanaf ${start}, einde onbekend`,
  },
  en: {
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    parts: {
      ...seasons(
        [
          (year) => `spring ${year}`,
          (year) => `summer ${year}`,
          (year) => `autumn ${year}`,
          (_, years) => `winter ${years}`,
        ],
        'northern hemisphere',
        'southern hemisphere',
      ),
      33: (year) => `Q1 ${year}`,
      34: (year) => `Q2 ${year}`,
      35: (year) => `Q3 ${year}`,
      36: (year) => `Q4 ${year}`,
      37: (year) => `first four months of ${year}`,
      38: (year) => `second four months of ${year}`,
      39: (year) => `last four months of ${year}`,
      40: (year) => `first half of ${year}`,
      41: (year) => `second half of ${year}`,
    },
    thirds: { '01-04': 'early', '05-08': 'mid', '09-12': 'late' },
    about: 'about',
    or: 'or',
    beforeChrist: 'BC',
    yearUnknown: 'year unknown',
    // "1900s" could be a century.
    decade: (tens) => (tens.endsWith('0') ? `between ${tens}0 and ${tens}9` : `${tens}0s`),
    century: (ordinal) => `${ordinal}${ordinalSuffix(ordinal)} century`,
    schoolYear: (years) => `school year ${years}`,
    between: (from, to) => `between ${from} and ${to}`,
    before: (date) => `before ${date}`,
    after: (date) => `after ${date}`,
    since: (date) => `since ${date}`,
    until: (date) => `until ${date}`,
    startUnknown: (end) => `until ${end}, start unknown`,
    endUnknown: (start) => `from ${start}, end unknown`,
  },
}

function ordinalSuffix(n: number): string {
  if (n % 100 >= 11 && n % 100 <= 13) return 'th'
  return { 1: 'st', 2: 'nd', 3: 'rd' }[n % 10] ?? 'th'
}
