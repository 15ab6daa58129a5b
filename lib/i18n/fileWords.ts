import { createTranslator } from 'use-intl/core'
import { EventKind, type EventKindName } from '@/lib/case/schema'
import type { Locale } from '@/lib/dates/types'
import type { PseudonymWords } from '@/lib/exchange/pseudonyms'
import type { ReportWords } from '@/lib/exchange/report'
import type { Messages } from './messages'
import { sayDay } from './when'
import type { SheetWords } from '@/lib/timeline/sheets'
import type { ContentWords } from '@/lib/timeline/types'

/** The product's own words in the files that it makes and on paper, from the texts of that language. */
export function fileWords(locale: Locale, messages: Messages) {
  const t = createTranslator({ locale, messages })
  const kinds = Object.fromEntries(
    EventKind.options.map((kind) => [kind, t(`timeline.kind.${kind}`)]),
  ) as Record<EventKindName, string>
  const madeOn = (atMs: number) => t('export.sheet.made', { day: sayDay(atMs, locale, { year: true }) })
  const three = <K extends string, P extends string>(
    keys: readonly K[],
    path: (key: K) => P,
    say: (path: P) => string,
  ) => Object.fromEntries(keys.map((key) => [key, say(path(key))])) as Record<K, string>

  const content: ContentWords = { kinds, undated: t('timeline.undated').toLowerCase() }
  const pseudonyms: PseudonymWords = {
    person: (letter) => t('export.pseudonym.person', { letter }),
    either: (first, second) => t('export.pseudonym.either', { first, second }),
    familyName: t('export.pseudonym.familyName'),
  }
  const sideOf = (place: 'above' | 'below') =>
    place === 'above' ? t('timeline.side.professional') : t('timeline.side.family')

  function sheet(given: {
    title: string
    question: string
    sides: ReadonlyMap<string, string>
    madeAtMs: number
    notes: readonly ('names' | 'missing')[]
  }): SheetWords {
    return {
      title: t('export.sheet.picture', { title: given.title || t('export.sheet.untitled') }),
      heading: given.title || t('export.sheet.untitled'),
      question: given.question,
      made: madeOn(given.madeAtMs),
      note: given.notes.map((note) => t(`export.sheet.${note}`)).join(' · '),
      now: t('timeline.now'),
      undated: t('timeline.dock'),
      sides: given.sides,
      emptyYears: (count) => t('export.sheet.emptyYears', { count }),
      sheet: (n, count) => t('export.sheet.number', { n, count }),
      alsoOn: (n) => t('export.sheet.alsoOn', { n }),
      legend: (key) => ('kind' in key ? kinds[key.kind] : t(`export.legend.${key.sign}`)),
    }
  }

  function report(madeAtMs: number, names: boolean): ReportWords {
    return {
      made: madeOn(madeAtMs),
      note: names ? t('export.sheet.names') : '',
      headings: three(['when', 'what', 'who', 'words'] as const, (key) => `export.report.${key}` as const, t),
      untitled: t('export.report.untitled'),
      empty: t('export.report.empty'),
      leftOut: { title: t('export.report.leftOutTitle'), text: t('export.report.leftOut') },
      threads: t('export.report.threads'),
      exits: t('export.report.exits'),
      exit: three(['taken', 'passed', 'unseen'] as const, (key) => `export.report.exit.${key}` as const, t),
      side: (side) => t('export.report.side', { side }),
      source: three(
        ['family', 'network', 'professional', 'unknown'] as const,
        (key) => `timeline.source.${key}` as const,
        t,
      ),
      toldBy: (name) => t('export.report.toldBy', { name }),
      said: (words) => t('export.report.said', { words }),
      picture: (text) => t('export.report.picture', { text }),
      pictureOnly: t('export.report.pictureOnly'),
      noticed: (when) => t(when === 'then' ? 'export.report.noticedThen' : 'export.report.noticedNow'),
      looking: (text) => t('export.report.looking', { text }),
      someone: t('export.report.someone'),
      writtenBy: t('export.report.writtenBy'),
      nature: three(
        ['fact', 'opinion', 'assumption', 'feeling', 'interpretation'] as const,
        (key) => `timeline.takes.natures.${key}` as const,
        t,
      ),
      helpful: three(['yes', 'no', 'both'] as const, (key) => `timeline.takes.said.${key}` as const, t),
      from: three(['head', 'heart', 'hands'] as const, (key) => `export.report.from.${key}` as const, t),
      recognition: t('export.report.recognition'),
      answer: three(['yes', 'no', 'unsure'] as const, (key) => `export.report.answer.${key}` as const, t),
      marks: {
        crucial: t('export.legend.crucial'),
        turningPoint: t('export.legend.turningPoint'),
        proposed: t('export.legend.proposed'),
        era: t('export.report.era'),
      },
    }
  }
  return {
    content,
    pseudonyms,
    sideOf,
    sheet,
    report,
    untitled: t('export.report.untitled'),
    unseen: t('export.sheet.unseen'),
  }
}
