import fc from 'fast-check'
import { SECTORS, STAKE_FORMS, type StakeForm, type Stakeholder, type StakesInput } from './types'

/** What the tests of the stakeholder map share. All people are invented. */

export const NOTHING_SAID = {
  influence: null,
  interest: null,
  stance: null,
  nearness: null,
  strength: null,
} as const

/** Somebody of whom only this is known. */
export function holder(id: string, more: Partial<Stakeholder> = {}): Stakeholder {
  const place = { circle: 'family', sector: 'family', order: 'a0', labelW: 60, labelH: 47 } as const
  return { id, subject: `of-${id}`, type: 'person', ...place, ...NOTHING_SAID, ...more }
}

const part = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, 0.25, 0.49, 0.5, 0.5004, 0.51, 0.75, 0.7501, 1),
)
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 8 })

/** Whatever a stake can say. */
export const attributesArb = fc.record({
  influence: orNull(part),
  interest: orNull(part),
  stance: orNull(fc.integer({ min: -2, max: 2 })),
  nearness: orNull(part),
  strength: orNull(fc.integer({ min: 1, max: 5 })),
})

const holderArb = fc
  .record({
    attributes: attributesArb,
    type: fc.constantFrom('person' as const, 'organisation' as const),
    sector: fc.constantFrom(...SECTORS),
    order: fc.constantFrom('a0', 'a1', 'a2', 'b0'),
    labelW: fc.integer({ min: 0, max: 120 }),
    labelH: fc.constantFrom(0, 18, 33, 47, 65),
  })
  .map(({ attributes, sector, ...rest }) => ({ ...rest, ...attributes, sector }))

/** A map of at most 60 in one form, also with all of them at one place. */
export function inputArb(form: fc.Arbitrary<StakeForm> = fc.constantFrom(...STAKE_FORMS)) {
  const holders = fc.oneof(
    { weight: 5, arbitrary: fc.array(holderArb, { maxLength: 24 }) },
    { weight: 1, arbitrary: fc.array(holderArb, { minLength: 60, maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(holderArb, fc.integer({ min: 2, max: 60 }))
        .map(([one, count]) => Array.from({ length: count }, () => one)),
    },
  )
  return fc
    .record({ form, holders, centre: fc.constantFrom('nobody', 'somebody', 'one of them') })
    .map(({ form, holders, centre }): StakesInput => {
      const stakeholders = holders.map((one, i) =>
        holder(`s${String(i).padStart(2, '0')}`, {
          ...one,
          circle: one.sector === 'system' ? 'professional' : one.sector,
        }),
      )
      const subject = centre === 'one of them' ? (stakeholders[0]?.subject ?? 'index') : 'index'
      return { form, stakeholders, centre: centre === 'nobody' ? null : { subject, labelW: 50, labelH: 32 } }
    })
}
