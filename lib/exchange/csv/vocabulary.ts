import type { CsvEvent } from './types'

/** What a column of the file holds. */
export type Column =
  | 'date'
  | 'words'
  | 'kind'
  | 'source'
  | 'who'
  | 'toldBy'
  | 'nature'
  | 'helpful'
  | 'text'
  | 'description'
  | 'side'
  | 'lane'
  | 'crucial'
  | 'turningPoint'
  | 'background'
  | 'proposed'
  | 'noticed'
  | 'exits'

/** The words of a file, plain: lower case, no accents, single spaces between letters and digits. */
export function plain(words: string): string {
  return words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const words = <V>(lists: [V, string][]): ReadonlyMap<string, V> =>
  new Map(lists.flatMap(([value, list]) => list.split(', ').map((word): [string, V] => [word, value])))

export const COLUMNS = words<Column>([
  ['date', 'datum, wanneer, date, when'],
  ['kind', 'soort, type, kind'],
  ['source', 'bron, source'],
  ['who', 'wie, who'],
  ['nature', 'aard, nature'],
  ['helpful', 'helpend, helpful'],
  ['text', 'tekst, titel, wat, text, title, what'],
  ['description', 'omschrijving, beschrijving, toelichting, description'],
  ['side', 'kant, side'],
  ['words', 'datum in woorden, woorden, date in words, words'],
  ['toldBy', 'verteld door, told by'],
  ['lane', 'baan, lane'],
  ['crucial', 'belangrijk, heel belangrijk, crucial, very important'],
  ['turningPoint', 'keerpunt, turning point'],
  ['background', 'achtergrond, background'],
  ['proposed', 'voorstel, proposal'],
  ['noticed', 'opgemerkt, noticed'],
  ['exits', 'afslagen, exits'],
])

/** Headers that only an English file has; its dates are then read as English first. */
export const ENGLISH_HEADERS: ReadonlySet<string> = new Set(
  'date, when, kind, source, who, nature, helpful, text, title, what, description, side, date in words, words, told by, lane, crucial, very important, turning point, background, proposal, noticed, exits'.split(
    ', ',
  ),
)

export const KINDS = words<CsvEvent['kind']>([
  ['decision', 'besluit, beslissing, beslismoment, decision, decision moment'],
  ['contact', 'contact'],
  ['family', 'feit, gezinsgebeurtenis, gebeurtenis, fact, family, family event'],
  ['need', 'behoefte, wat nodig was, need'],
  ['experience', 'beleving, ervaring, hoe het was, experience'],
  ['roundabout', 'rotonde, roundabout'],
  ['gap', 'leeg stuk, gat, gap'],
  ['dream', 'droom, dream'],
])

export const SOURCES = words<NonNullable<CsvEvent['source']>>([
  ['family', 'gezin, familie, gezinslid, family'],
  ['professional', 'professional, professionals, hulpverlener, hulpverleners, hulpverlening, professioneel'],
  ['network', 'netwerk, network'],
  ['unknown', 'onbekend, unknown'],
])

export const SIDES = words<CsvEvent['side']>([
  ['professional', 'professional, professionals, hulpverlener, hulpverleners, hulpverlening, professioneel'],
  ['family', 'gezin, familie, netwerk, gezin en netwerk, family, network, family and network'],
])

export const NATURES = words<NonNullable<CsvEvent['nature']>>([
  ['fact', 'feit, fact'],
  ['opinion', 'mening, opinion'],
  ['assumption', 'aanname, assumption'],
  ['feeling', 'gevoel, emotie, feeling, emotion'],
  ['interpretation', 'duiding, interpretatie, interpretation'],
])

export const HELPFUL = words<NonNullable<CsvEvent['helpful']>>([
  ['yes', 'ja, helpend, yes, helpful'],
  ['no', 'nee, niet helpend, no, not helpful'],
  ['both', 'beide, allebei, ja en nee, both, yes and no'],
])

export const YES_NO = words<boolean>([
  [true, 'ja, yes, x, 1, waar, true'],
  [false, 'nee, no, 0, onwaar, false'],
])

export const NOTICED = words<NonNullable<CsvEvent['noticed']>>([
  ['then', 'toen, then'],
  ['now', 'nu, pas nu, now, only now'],
])

export const EXITS = words<CsvEvent['exits'][number]['status']>([
  ['taken', 'genomen, taken'],
  ['passed', 'niet genomen, voorbij, passed, passed by'],
  ['unseen', 'niet gezien, unseen, not seen'],
])
