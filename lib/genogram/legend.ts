import { MoreChildren } from '@/lib/case/schemaFamily'
import { SIGN_H, SIGN_W, type LegendEntry } from './drawLegend'
import { drawOutline } from './households/drawOutline'
import { drawChildLine, drawMultiple } from './lines/childLine'
import { drawParallel } from './lines/drawParallel'
import { drawTrack } from './lines/drawTrack'
import { relationTypeOf } from './lines/relationForms'
import { drawUnion } from './lines/unionLine'
import { parentageTypeOf, phaseTypeOf } from './lines/unionForms'
import { symbolEntries } from './legendSymbols'
import type { GenogramDrawing, GenogramPicture } from './picture'
import type { GenoRelation, PlacedUnion } from './types'
import { PARENTAGE_TYPES, PHASE_TYPES, RELATION_TYPES, SUPPORT, type Support } from './vocabulary'

/** What is used in this picture, and only that, in a fixed order; each sign is drawn by what draws it there. */
export function legendOf(
  picture: Omit<GenogramPicture, 'title'>,
  how: Omit<GenogramDrawing, 'legend'>,
): LegendEntry[] {
  return [...symbolEntries(picture, how), ...familyEntries(picture, how), ...relationEntries(picture, how)]
}

type How = Omit<GenogramDrawing, 'legend'>
type Shown = Omit<GenogramPicture, 'title'>

const UNION: PlacedUnion = {
  id: '',
  partners: [],
  line: {
    x1: 3,
    x2: SIGN_W - 3,
    y: 14,
    top1: 14,
    top2: 14,
    points: [
      { x: 3, y: 14 },
      { x: SIGN_W - 3, y: 14 },
    ],
  },
  jumps: [],
  contradiction: false,
  related: false,
  drop: null,
  barY: null,
  bar: null,
}

function familyEntries({ layout, unions }: Shown, { style, theme, words }: How): LegendEntry[] {
  const couples = layout.unions.filter(({ line }) => line !== null)
  const contents = couples.flatMap(({ id }) => unions.get(id) ?? [])
  const used = new Set<string>([
    ...contents.map(({ base }) => phaseTypeOf(base)),
    ...contents.flatMap(({ ending }) => (ending === null ? [] : [phaseTypeOf(ending)])),
    ...contents.flatMap(({ reconciled }) => (reconciled ? ['reconciled'] : [])),
  ])
  const base = (type: string) => ({
    base: type,
    ending: null,
    reconciled: false,
    label: '',
    moreChildren: null,
  })
  const contentOf = (type: string) => {
    if (type === 'reconciled') return { ...base('marriage'), reconciled: true }
    return ENDING.has(type) ? { ...base('marriage'), ending: type } : base(type)
  }
  const child = (type: string, ended: boolean) =>
    drawChildLine({ ...CHILD, type, ended }, style, theme, words)
  const parentages = new Set(layout.childLines.map(({ type }) => parentageTypeOf(type)))
  const multiples = new Set(layout.multiples.map(({ identical }) => identical))
  const twins = (
    [
      [false, words.legend.twins],
      [true, words.legend.identicalTwins],
      [null, words.legend.unknownTwins],
    ] as const
  ).filter(([identical]) => multiples.has(identical))
  return [
    ...PHASE_TYPES.filter((type) => used.has(type)).map((type) => ({
      key: `phase-${type}`,
      name: words.phase[type],
      shapes: drawUnion(UNION, contentOf(type), style, theme, words),
    })),
    ...(couples.some(({ related }) => related)
      ? [
          {
            key: 'related',
            name: words.legend.related,
            shapes: drawUnion({ ...UNION, related: true }, base('marriage'), style, theme, words),
          },
        ]
      : []),
    ...MoreChildren.options
      .filter((one) => contents.some(({ moreChildren }) => moreChildren === one))
      .map((one) => ({
        key: `more-children-${one}`,
        name: words.moreChildren[one],
        shapes: drawUnion(UNION, { ...base('marriage'), moreChildren: one }, style, theme, words),
      })),
    ...PARENTAGE_TYPES.filter((type) => parentages.has(type)).map((type) => ({
      key: `parentage-${type}`,
      name: words.parentage[type],
      shapes: child(type, false),
    })),
    ...(layout.childLines.some(({ ended }) => ended)
      ? [{ key: 'ended-child', name: words.legend.endedChild, shapes: child('biological', true) }]
      : []),
    ...twins.map(([identical, name]) => ({
      key: `twins-${identical}`,
      name,
      shapes: [
        ...[18, 42].flatMap((x) =>
          drawChildLine({ ...CHILD, points: [TWIN, { x, y: 25 }] }, style, theme, words),
        ),
        ...drawMultiple(
          { key: '', union: '', ...TWIN, children: [], identical, bar: { x1: 23.5, x2: 36.5, y: 14.5 } },
          theme,
        ),
      ],
    })),
  ]
}

const ENDING: ReadonlySet<string> = new Set([
  'separation',
  'legalSeparation',
  'divorce',
  'annulled',
  'widowed',
])
const TWIN = { x: SIGN_W / 2, y: 2 }
const ACROSS = [
  { x: 3, y: SIGN_H / 2 },
  { x: SIGN_W - 3, y: SIGN_H / 2 },
] as const
const CHILD = {
  id: '',
  union: '',
  child: '',
  type: 'biological',
  ended: false,
  points: ACROSS,
  jumps: [],
  stretched: false,
}
const [FROM, TO] = ACROSS
const CUBIC = { from: FROM, c1: FROM, c2: TO, to: TO }
const TRACK = { id: '', ...CUBIC, mid: FROM, label: null, free: true }
const RELATION: GenoRelation = {
  id: '',
  from: '',
  to: '',
  type: 'plain',
  directed: false,
  order: '',
  ended: false,
  support: [],
  accordingTo: '',
  secret: false,
  reserved: false,
}

function relationEntries(picture: Shown, { style, theme, words }: How): LegendEntry[] {
  const drawn = new Set(picture.tracks.map(({ id }) => id))
  const shown = picture.relations.filter(({ id }) => drawn.has(id))
  const line = (more: Partial<GenoRelation>) =>
    drawTrack(TRACK, { ...RELATION, ...more }, style, theme, words)
  const types = new Set(shown.map(({ type }) => relationTypeOf(type)))
  const support = SUPPORT.filter((one) => shown.some((relation) => relation.support.includes(one)))
  return [
    ...RELATION_TYPES.filter((type) => types.has(type)).map((type) => ({
      key: `relation-${type}`,
      name: words.relation[type],
      shapes: line({ type }),
    })),
    ...(shown.some(({ ended }) => ended)
      ? [{ key: 'ended-relation', name: words.legend.endedRelation, shapes: line({ ended: true }) }]
      : []),
    ...(shown.some(({ secret }) => secret)
      ? [{ key: 'secret-bond', name: words.legend.secretBond, shapes: line({ secret: true }) }]
      : []),
    ...(shown.some(({ reserved }) => reserved)
      ? [{ key: 'reserved-bond', name: words.legend.reserved, shapes: line({ reserved: true }) }]
      : []),
    ...support.map((one: Support) => ({
      key: `support-${one}`,
      name: words.support[one],
      shapes: line({ support: [one] }),
    })),
    ...(picture.outlines.length > 0
      ? [{ key: 'household', name: words.legend.household, shapes: drawOutline(OUTLINE, theme) }]
      : []),
    ...(picture.parallels.length > 0
      ? [{ key: 'parallel', name: words.legend.parallel, shapes: drawParallel(CUBIC, theme) }]
      : []),
  ]
}

const OUTLINE = {
  id: '',
  path: `M13 3H47Q55 3 55 11V15Q55 23 47 23H13Q5 23 5 15V11Q5 3 13 3Z`,
  label: { x: 0, y: 0, w: 0 },
  level: 0,
  strangers: [],
}
