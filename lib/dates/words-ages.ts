/** Ages in words, from their first twenty and their tens. */
const NL_SMALL =
  'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'
const NL_TENS = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'
const EN_SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const EN_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'

const NL_ORDINALS: Readonly<Record<string, string>> = { een: 'eerste', drie: 'derde', acht: 'achtste' }
const EN_ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}
const ORDINAL_DIGITS = /^(\d{1,3})(?:e|de|ste|st|nd|rd|th)$/

const cardinals = new Map<string, number>()
const ordinals = new Map<string, number>()

function add(age: number, cardinal: string, ordinal: string): void {
  cardinals.set(cardinal, age)
  ordinals.set(ordinal, age)
}

const nlOrdinal = (word: string, age: number) => NL_ORDINALS[word] ?? word + (age < 20 ? 'de' : 'ste')
const enOrdinal = (word: string) => EN_ORDINALS[word] ?? `${word.replace(/y$/, 'ie')}th`

const nlSmall = NL_SMALL.split(' ')
const enSmall = EN_SMALL.split(' ')
nlSmall.forEach((word, age) => add(age, word, nlOrdinal(word, age)))
enSmall.forEach((word, age) => add(age, word, enOrdinal(word)))
NL_TENS.split(' ').forEach((tens, i) => {
  add(20 + 10 * i, tens, `${tens}ste`)
  nlSmall.slice(1, 10).forEach((word, unit) => {
    // "Tweeentwintig": accents are gone by then.
    const joined = `${word}en${tens}`
    add(21 + 10 * i + unit, joined, `${joined}ste`)
  })
})
EN_TENS.split(' ').forEach((tens, i) => {
  add(20 + 10 * i, tens, enOrdinal(tens))
  enSmall.slice(1, 10).forEach((word, unit) => {
    add(21 + 10 * i + unit, `${tens}-${word}`, `${tens}-${enOrdinal(word)}`)
  })
})

/** The oldest that anybody is. */
const MAX_AGE = 130

/** "11" or "elf"; null when it is no age. */
export function ageOf(word: string): number | null {
  const age = /^\d{1,3}$/.test(word) ? Number(word) : cardinals.get(word)
  return age === undefined || age > MAX_AGE ? null : age
}

/** "10e" or "tiende"; null when it is no age. */
export function ordinalAgeOf(word: string): number | null {
  const digits = ORDINAL_DIGITS.exec(word)?.[1]
  const age = digits === undefined ? ordinals.get(word) : Number(digits)
  return age === undefined || age > MAX_AGE ? null : age
}
