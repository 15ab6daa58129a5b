import type { Case } from '@/lib/case/schema'
import { byText } from '@/lib/genogram/byText'
import { organisationContent, personContent } from '@/lib/genogram/content'
import { type GenogramOptions, sayerOf } from '@/lib/genogram/fromCase'
import { labelOf } from '@/lib/genogram/label'
import { lifespanOf } from '@/lib/genogram/lifespan'
import { relationsOf } from '@/lib/genogram/lines'
import { styleOf } from '@/lib/genogram/styleOf'
import type { GenogramStyle, GenoRelation, PersonContent } from '@/lib/genogram/types'
import type { Sector, StakeForm, Stakeholder, StakesInput } from './types'

export type StakesOptions = { form: StakeForm } & Pick<
  GenogramOptions,
  'today' | 'locale' | 'words' | 'names' | 'reserved'
>

/** All that is drawn of one case in one form, but for where it stands. */
export interface Stakes {
  input: StakesInput
  /** By id of the person or organisation; who stands in the middle of the rings is in it too. */
  people: ReadonlyMap<string, PersonContent>
  /** What people see between who is in `people`. */
  relations: readonly GenoRelation[]
  /** In what ways the group has its geno-sociogram drawn: a symbol looks the same here. */
  style: GenogramStyle
  /** What the force field is about. */
  question: string
}

/**
 * The stakeholder map of a case. Pure, total, and the same for everybody who has the same case: stakes ascend by id,
 * and one of somebody who is not in the case is skipped. Two people can give somebody a place at once: of two stakes
 * of one person the one with the lower id counts. What people have is not shown: health is no part of who can do what.
 */
export function stakesOf(all: Case, options: StakesOptions): Stakes {
  const { form, today, locale } = options
  const moment = { at: today, today }
  const index = all.people.find(({ id }) => id === all.meta.indexPerson)
  const people = new Map(all.people.map((person) => [person.id, person]))
  const organisations = new Map(all.organisations.map((one) => [one.id, one]))
  const isReserved = (id: string) => options.reserved?.people.has(id) ?? false

  const contentOf = (id: string): PersonContent | null => {
    const person = people.get(id)
    if (person)
      return personContent(person, {
        ...lifespanOf(person, moment, locale),
        index: person === index,
        marks: false,
        reserved: isReserved(id),
      })
    const organisation = organisations.get(id)
    return organisation ? organisationContent(organisation, isReserved(id)) : null
  }

  const contents = new Map<string, PersonContent>()
  const stakeholders: Stakeholder[] = []
  for (const stake of firstStakes(all)) {
    const { id, subject, influence, interest, stance, nearness, strength } = stake
    const content = contentOf(subject)
    if (!content) continue
    contents.set(subject, content)
    const label = labelOf(content)
    stakeholders.push({
      id,
      subject,
      type: content.type,
      circle: content.circle,
      sector: sectorOf(content),
      order: people.get(subject)?.order ?? 'a0',
      labelW: label.w,
      labelH: label.h,
      influence,
      interest,
      stance,
      nearness,
      strength,
    })
  }
  const middle = form === 'rings' && index ? contentOf(index.id) : null
  if (middle && index) contents.set(index.id, middle)
  const room = middle && labelOf(middle)
  return {
    input: {
      form,
      stakeholders,
      centre: room && index ? { subject: index.id, labelW: room.w, labelH: room.h } : null,
    },
    people: contents,
    relations: relationsOf(
      all,
      new Set(contents.keys()),
      moment,
      sayerOf(all, options),
      options.reserved?.relations ?? new Set(),
    ).lines,
    style: styleOf(all.views),
    question: all.meta.question,
  }
}

/** One stake of everybody who has any, ascending by id: the one with the lowest id. */
export function firstStakes({ stakes }: Pick<Case, 'stakes'>): Case['stakes'] {
  const taken = new Set<string>()
  return [...stakes]
    .sort((a, b) => byText(a.id, b.id))
    .filter(({ subject }) => !taken.has(subject) && taken.add(subject))
}

function sectorOf({ type, circle }: PersonContent): Sector {
  return type === 'organisation' ? 'system' : circle
}
