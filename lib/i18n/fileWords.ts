import { createTranslator } from 'use-intl/core'
import { EventKind, type EventKindName } from '@/lib/case/schema'
import type { Locale } from '@/lib/dates/types'
import { MOMENT_TAGS, type MomentWords } from '@/lib/exchange/gedcom/types'
import type { PseudonymWords } from '@/lib/exchange/pseudonyms'
import type { ReportWords } from '@/lib/exchange/report'
import { phaseTypeOf } from '@/lib/genogram/lines/unionForms'
import type { Messages } from './messages'
import { sayDay } from './when'
import type { SheetWords } from '@/lib/timeline/sheetFrame'
import type { ContentWords } from '@/lib/timeline/types'

/** What who reads a file has to know: names were replaced, letters are missing, it is not for everybody. */
export type SheetNote = 'names' | 'missing' | 'reserved'

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

  const exits = three(
    ['taken', 'passed', 'unseen'] as const,
    (key) => `export.report.exit.${key}` as const,
    t,
  )
  const content: ContentWords = {
    kinds,
    undated: t('timeline.undated').toLowerCase(),
    proposed: t('event.roundabout.short'),
    reserved: t('reserved.sign'),
  }
  const moments: MomentWords = three(MOMENT_TAGS, (tag) => `boards.import.gedcom.moments.${tag}` as const, t)
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
    notes: readonly SheetNote[]
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
      goesOn: (what) => t('export.sheet.goesOn', { what }),
      exit: exits,
      repeats: (title) => t('export.sheet.repeats', { title }),
      legend: (key) => ('kind' in key ? kinds[key.kind] : t(`export.legend.${key.sign}`)),
    }
  }

  /** The words of a geno-sociogram, and of who and what stands in it. */
  const genogram = {
    title: (title: string) => `${t('genogram.canvas.label')}: ${title || t('export.sheet.untitled')}`,
    words: messages.genogram,
    said: {
      phase: (type: string) => messages.genogram.phase[phaseTypeOf(type)],
      accordingTo: (name: string) => t('genogram.canvas.accordingTo', { name }),
      perhaps: (text: string) => t('genogram.canvas.perhaps', { text }),
    },
  }

  /** The words of a stakeholder map; its symbols and lines have those of the geno-sociogram. */
  const stakeholders = {
    title: (title: string) => `${t('stakeholders.drawn.title')}: ${title || t('export.sheet.untitled')}`,
    words: { drawn: messages.stakeholders.drawn, genogram: messages.genogram },
  }

  function report(madeAtMs: number, notes: readonly SheetNote[]): ReportWords {
    return {
      made: madeOn(madeAtMs),
      note: notes.map((note) => t(`export.sheet.${note}`)).join(' · '),
      headings: three(['when', 'what', 'who', 'words'] as const, (key) => `export.report.${key}` as const, t),
      untitled: t('export.report.untitled'),
      empty: t('export.report.empty'),
      leftOut: {
        title: t('export.report.leftOutTitle'),
        text: [
          t('export.report.leftOut'),
          ...(notes.includes('reserved') ? [] : [t('reserved.file.without')]),
        ].join(' '),
      },
      threads: t('export.report.threads'),
      stakes: {
        title: t('stakeholders.drawn.title'),
        who: t('stakeholders.list.name'),
        role: t('stakeholders.card.role'),
        attribute: messages.stakeholders.attribute,
        step: messages.stakeholders.step,
        unknown: t('stakeholders.list.unknown'),
        someone: t('export.report.someone'),
        round: {
          title: (question, atMs) =>
            `${t('stakeholders.round.of', { question })} (${sayDay(atMs, locale, { year: true })})`,
          said: t('stakeholders.round.column.said'),
          noName: t('stakeholders.round.noName'),
          nobody: t('stakeholders.round.nobodyPlaced'),
        },
      },
      exits: t('export.report.exits'),
      exit: exits,
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
      writtenBy: (name) => t('export.report.writtenBy', { name }),
      repeats: (title) => t('export.sheet.repeats', { title }),
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
    genogram,
    stakeholders,
    moments,
    pseudonyms,
    sideOf,
    sheet,
    report,
    untitled: t('export.report.untitled'),
    reserved: {
      column: t('reserved.file.column'),
      name: (title: string) => t('reserved.file.name', { title }),
    },
    unseen: t('export.sheet.unseen'),
  }
}
