import { group } from '@/lib/drawing/shapes'
import { SIGN_H, SIGN_W, type LegendEntry } from './drawLegend'
import type { GenogramDrawing, GenogramPicture } from './picture'
import { drawSymbol } from './symbols/person'
import type { PersonContent } from './types'

const PLAIN: PersonContent = {
  name: '',
  role: '',
  type: 'person',
  kind: 'person',
  gender: 'unknown',
  birthGender: null,
  circle: 'family',
  age: '',
  years: '',
  deceased: false,
  index: false,
  marks: [],
  migrated: 'none',
  secret: false,
  reserved: false,
}

type How = Omit<GenogramDrawing, 'legend'>
type Shown = Omit<GenogramPicture, 'title'>

/** The forms, signs and marks of the people in a picture. */
export function symbolEntries({ layout, people }: Shown, { style, theme, words }: How): LegendEntry[] {
  const shown = layout.people.flatMap(({ id }) => people.get(id) ?? [])
  const some = (test: (content: PersonContent) => boolean) => shown.some(test)
  const draw = (more: Partial<PersonContent>, y: number, scale: number) => [
    group(SIGN_W / 2, SIGN_H / 2 + y, drawSymbol({ ...PLAIN, ...more }, style, theme, words), { scale }),
  ]
  const sign = (more: Partial<PersonContent>) => draw(more, 0, 0.55)
  // What stands above a symbol would reach into the sign before it.
  const high = (more: Partial<PersonContent>) => draw(more, 5, 0.42)
  const isPerson = ({ type, kind }: PersonContent) => type === 'person' && kind === 'person'
  // A form can be shown by whoever has it; a worker of whom no gender is said is explained as worker.
  const gendered = shown.filter(
    (one) => isPerson(one) && (one.gender !== 'unknown' || one.circle !== 'professional'),
  )
  // A symbol that everybody has seen explained: the form of somebody in the picture.
  const form = { gender: gendered[0]?.gender ?? 'female' } as const
  const { kind, gender, mark, legend } = words
  const entries: (LegendEntry | false)[] = [
    ...(['male', 'female', 'nonbinary', 'unknown'] as const).map(
      (one) =>
        gendered.some((content) => content.gender === one) && {
          key: `gender-${one}`,
          name: gender[one],
          shapes: sign({ gender: one }),
        },
    ),
    ...(['pet', 'pregnancy', 'miscarriage', 'abortion', 'stillbirth'] as const).map(
      (one) =>
        some((content) => content.kind === one) && {
          key: one,
          name: kind[one],
          shapes: sign({ kind: one, gender: 'female' }),
        },
    ),
    some(({ type }) => type === 'organisation') && {
      key: 'organisation',
      name: kind.organisation,
      shapes: sign({ type: 'organisation', circle: 'professional' }),
    },
    some((one) => isPerson(one) && one.circle === 'professional') && {
      key: 'worker',
      name: legend.worker,
      shapes: sign({ circle: 'professional' }),
    },
    some((one) => one.index) && { key: 'index', name: legend.index, shapes: sign({ ...form, index: true }) },
    some((one) => one.deceased) && {
      key: 'deceased',
      name: legend.deceased,
      shapes: (style.cross === 'over' ? sign : high)({ ...form, deceased: true }),
    },
    ...(['illness', 'addiction'] as const).flatMap((what) =>
      (['present', 'suspected', 'recovered'] as const).map(
        (state) =>
          some(({ marks }) => marks.some((one) => one.kind === what && one.state === state)) && {
            key: `mark-${what}-${state}`,
            name: mark[what][state],
            shapes: sign({ ...form, marks: [{ kind: what, state }] }),
          },
      ),
    ),
    some(({ migrated }) => migrated === 'one') && {
      key: 'migrated-one',
      name: legend.migratedOne,
      shapes: high({ ...form, migrated: 'one' }),
    },
    some(({ migrated }) => migrated === 'several') && {
      key: 'migrated-several',
      name: legend.migratedSeveral,
      shapes: high({ ...form, migrated: 'several' }),
    },
    some(({ secret }) => secret) && {
      key: 'secret',
      name: legend.secret,
      shapes: sign({ ...form, secret: true }),
    },
    some(({ reserved }) => reserved) && {
      key: 'reserved',
      name: legend.reserved,
      shapes: sign({ ...form, reserved: true }),
    },
    style.innerGender &&
      some(
        ({ birthGender, gender }) =>
          birthGender !== null && birthGender !== gender && birthGender !== 'unknown',
      ) && {
        key: 'inner-gender',
        name: legend.innerGender,
        shapes: sign({ gender: 'male', birthGender: 'female' }),
      },
  ]
  return entries.filter((entry) => entry !== false)
}
