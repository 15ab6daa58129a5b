import type * as Y from 'yjs'
import type { BoardSession } from '@/components/board/session'
import { binPeople, pinPeople, tidy } from '@/components/genogram/hands'
import { changeStake, putInField, takeOut } from '@/components/stakeholders/hands'
import { binMoments } from '@/components/timeline/moments'
import { restoreRecord } from '@/lib/case/commands/bin'
import { addEvent, moveEvent, setBackground, setEventDate, setEventSide } from '@/lib/case/commands/events'
import { putOnTimeline } from '@/lib/case/commands/facts'
import { setCircleShown } from '@/lib/case/commands/genogramView'
import { addHousehold } from '@/lib/case/commands/households'
import { addChild, addParents, addPartner } from '@/lib/case/commands/kin'
import { addLane, collapseLane, removeLane } from '@/lib/case/commands/lanes'
import { changeEvents } from '@/lib/case/commands/many'
import { confirmName } from '@/lib/case/commands/names'
import { addOrganisation } from '@/lib/case/commands/organisations'
import { renamePerson, setBirth, setCircle, setIndexPerson } from '@/lib/case/commands/people'
import { addRelation, setRelation, turnRelation } from '@/lib/case/commands/relations'
import { setScale } from '@/lib/case/commands/views'
import { readCase } from '@/lib/case/doc'
import { binnedRecords } from '@/lib/case/queries'
import type { CircleName } from '@/lib/case/schema'
import { dayOf } from '@/lib/dates/bounds'
import { importCsv } from '@/lib/exchange/csv/apply'
import { readCsv } from '@/lib/exchange/csv/read'
import { importGedcom } from '@/lib/exchange/gedcom/apply'
import { readGedcom } from '@/lib/exchange/gedcom/read'
import { RELATION_TYPES } from '@/lib/genogram/vocabulary'
import { fileWords } from '@/lib/i18n/fileWords'
import { MESSAGES } from '@/lib/i18n/messages'

/** What people do with one case in all its views, and with files: for tests that do it at random. */

export const TODAY = dayOf(2026, 6, 1)
const DATES = [null, '1998', '2014~', '2016-03', '2017/2019', '2012-05-04?', '[..2010]'] as const
const CIRCLES: readonly CircleName[] = ['family', 'network', 'professional', 'unknown']
const CSV = new TextEncoder().encode(
  'datum;soort;bron;wie;aard;helpend;tekst\n2011;feit;gezin;Opa;feit;;Opa valt\n..;contact;professional;;;;Gesprek',
)
const GEDCOM = new TextEncoder().encode(
  '0 HEAD\n1 GEDC\n2 VERS 5.5.1\n0 @I1@ INDI\n1 NAME Jan /Bos/\n1 SEX M\n1 BIRT\n2 DATE 1950\n0 @I2@ INDI\n1 NAME An /Vis/\n0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I2@\n0 TRLR\n',
)

/** A hand at a case, and three numbers by which it chooses. */
interface Work {
  session: BoardSession
  doc: Y.Doc
  a: number
  b: number
  c: number
}
const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)]
const one = (all: readonly { id: string }[], n: number) => pick(all, n)?.id ?? 'nobody'

/** What people do at the three canvases, in the list, and with a file. */
export const ACTS: Record<string, (work: Work) => unknown> = {
  moment: ({ session, doc, a, b }) =>
    addEvent(doc, session.actor(), {
      kind: 'family',
      side: pick(['family', 'professional', 'nowhere'], b)!,
      date: pick(DATES, a)!,
      originalText: '',
      title: `M${a}`,
      names: [`N${b}`],
    }),
  date: ({ session, doc, a, b }) =>
    setEventDate(doc, session.actor(), {
      id: one(readCase(doc).events, a),
      date: pick(DATES, b)!,
      originalText: '',
    }),
  drag: ({ session, doc, a, b }) =>
    moveEvent(doc, session.actor(), {
      id: one(readCase(doc).events, a),
      days: (b % 2_000) - 1_000,
      locale: 'nl',
    }),
  side: ({ session, doc, a, b }) => {
    const { events, views } = readCase(doc)
    const lanes = Object.keys(views.find(({ id }) => id === 'timeline')?.lanes ?? {})
    setEventSide(doc, session.actor(), { id: one(events, a), side: pick(lanes, b) ?? 'family' })
  },
  era: ({ session, doc, a }) =>
    setBackground(doc, session.actor(), { id: one(readCase(doc).events, a), background: true }),
  several: ({ session, doc, a, b }) =>
    changeEvents(doc, session.actor(), {
      ids: [one(readCase(doc).events, a), one(readCase(doc).events, b)],
      change: { what: 'shift', count: 1, unit: 'year', locale: 'nl' },
    }),
  name: ({ session, doc, b, c }) =>
    confirmName(doc, session.actor(), { name: `N${b}`, as: c % 2 ? 'person' : 'organisation' }),
  lane: ({ session, doc, a }) =>
    addLane(doc, session.actor(), { name: `L${a}`, kind: 'theme', place: a % 2 ? 'above' : 'below' }),
  fold: ({ session, doc, a, b }) => {
    const lanes = Object.keys(readCase(doc).views.find(({ id }) => id === 'timeline')?.lanes ?? {})
    collapseLane(doc, session.actor(), { id: pick(lanes, a) ?? '', collapsed: b % 2 === 0 })
  },
  unlane: ({ session, doc, a }) => {
    const lanes = Object.keys(readCase(doc).views.find(({ id }) => id === 'timeline')?.lanes ?? {})
    removeLane(doc, session.actor(), { id: pick(lanes, a) ?? '', to: 'family' })
  },
  scale: ({ session, doc, a }) =>
    setScale(doc, session.actor(), pick(['linear', 'compressed', 'even'] as const, a)!),
  partner: ({ session, doc, a, b }) =>
    addPartner(doc, session.actor(), {
      of: one(readCase(doc).people, a),
      partner: b % 2 ? { id: one(readCase(doc).people, b) } : { new: { name: `P${b}` } },
    }),
  child: ({ session, doc, a, b, c }) =>
    addChild(doc, session.actor(), {
      of: { partnership: one(readCase(doc).partnerships, a) },
      child: c % 2 ? { id: one(readCase(doc).people, b) } : { new: { name: `K${b}` } },
      type: pick(['biological', 'adopted', 'foster'], c)!,
    }),
  parents: ({ session, doc, a, b }) =>
    addParents(doc, session.actor(), {
      of: one(readCase(doc).people, a),
      parents: [{ new: { name: `V${b}` } }, { new: { name: `M${b}` } }],
    }),
  organisation: ({ session, doc, a, b }) =>
    addOrganisation(doc, session.actor(), { name: `O${a}`, kind: '', circle: pick(CIRCLES, b)! }),
  home: ({ session, doc, a }) =>
    addHousehold(doc, session.actor(), { members: [one(readCase(doc).people, a)] }),
  bond: ({ session, doc, a, b, c }) => {
    const { people, organisations, households } = readCase(doc)
    const ends = [...people, ...organisations, ...households]
    const type = pick(RELATION_TYPES, c)!
    addRelation(doc, session.actor(), { from: one(ends, a), to: one(ends, b), type, date: pick(DATES, b)! })
  },
  rebond: ({ session, doc, a, c }) =>
    setRelation(doc, session.actor(), {
      id: one(readCase(doc).relations, a),
      type: pick(RELATION_TYPES, c)!,
    }),
  turn: ({ session, doc, a }) => turnRelation(doc, session.actor(), one(readCase(doc).relations, a)),
  rename: ({ session, doc, a, b }) =>
    renamePerson(doc, session.actor(), { id: one(readCase(doc).people, a), name: pick(['', `R${b}`], b)! }),
  birth: ({ session, doc, a, b }) =>
    setBirth(doc, session.actor(), {
      id: one(readCase(doc).people, a),
      date: pick(DATES, b)!,
      originalText: '',
    }),
  onLine: ({ session, doc, a }) =>
    putOnTimeline(doc, session.actor(), {
      fact: { kind: 'birth', id: one(readCase(doc).people, a), phase: null },
      title: 'geboren',
      side: 'family',
    }),
  circle: ({ session, doc, a, b }) =>
    setCircle(doc, session.actor(), {
      kind: 'people',
      id: one(readCase(doc).people, a),
      circle: pick(CIRCLES, b)!,
    }),
  hide: ({ session, doc, a, b }) =>
    setCircleShown(doc, session.actor(), { circle: pick(CIRCLES, a)!, shown: b % 2 === 0 }),
  about: ({ session, doc, a }) => setIndexPerson(doc, session.actor(), one(readCase(doc).people, a)),
  place: ({ session, doc, a, b }) =>
    pinPeople(session, [{ id: one(readCase(doc).people, a), x: b % 500, y: a % 500 }]),
  tidy: ({ session }) => tidy(session),
  put: ({ session, doc, a, b }) =>
    putInField(session, [
      { kind: 'people', id: one(readCase(doc).people, a) },
      { kind: 'organisations', id: one(readCase(doc).organisations, b) },
    ]),
  stake: ({ session, doc, a, b }) =>
    changeStake(session, { id: one(readCase(doc).stakes, a), influence: (b % 5) / 4, nearness: 0.375 }),
  takeOut: ({ session, doc, a }) => takeOut(session, [{ id: one(readCase(doc).stakes, a) }]),
  binMoment: ({ session, doc, a }) => binMoments(session, [one(readCase(doc).events, a)]),
  binPerson: ({ session, doc, a }) => binPeople(session, [one(readCase(doc).people, a)]),
  restore: ({ session, doc, a }) => {
    const record = pick(binnedRecords(doc), a)
    if (record && record.kind !== 'meta' && record.kind !== 'views')
      restoreRecord(doc, session.actor(), { kind: record.kind, id: record.id })
  },
  undo: ({ session }) => session.undo.undo(),
  redo: ({ session }) => session.undo.redo(),
  csv: ({ session, doc }) => importCsv(doc, session.actor(), readCsv(CSV, { today: TODAY })),
  gedcom: ({ session, doc }) =>
    importGedcom(
      doc,
      session.actor(),
      readGedcom(GEDCOM, {
        today: TODAY,
        words: fileWords('nl', MESSAGES.nl).moments,
      }),
    ),
}
