import { around } from '@/lib/genogram/boxes'
import { byOrder, footprint } from '../place'
import type { Box, PlacedStake, Stakeholder, StakesGround, StakesInput, StakesLayout } from '../types'
import { layoutForces } from './forces'
import { layoutGrid } from './grid'
import { isKnown } from './known'
import { layoutRings } from './rings'
import { layoutTray } from './tray'

/** Room of names and words around the field. */
const WORDS_ROOM = 36

/**
 * Where everybody stands in one form of the stakeholder map. Pure, total, and the same for any order of the input.
 * No two symbols with their words overlap; of whom the form does not know where they belong stands in the tray.
 * Symbols come in the stored order, then by id.
 */
export function layoutStakes({ form, stakeholders, centre }: StakesInput): StakesLayout {
  // Who stands in the middle of the rings has no second place in them.
  const shown = stakeholders
    .filter(({ subject }) => form !== 'rings' || subject !== centre?.subject)
    .sort(byOrder)
  const { ground, stakes, middle } = placesIn({ form, stakeholders: shown, centre })
  const field = fieldBox(ground)
  const aside = layoutTray(
    shown.filter((who) => !isKnown(form, who)),
    field,
  )
  const places = new Map([...stakes, ...aside.stakes].map((place) => [place.id, place]))
  const boxes = [...places.values()].map(footprint)
  const room = {
    x: field.x - WORDS_ROOM,
    y: field.y - WORDS_ROOM,
    w: field.w + 2 * WORDS_ROOM,
    h: field.h + 2 * WORDS_ROOM,
  }
  return {
    form,
    ground,
    centre: middle,
    stakes: shown.flatMap(({ id }) => places.get(id) ?? []),
    tray: aside.tray,
    bounds: around([room, ...boxes, ...(aside.tray ? [aside.tray] : [])])!,
  }
}

function placesIn({ form, stakeholders, centre }: StakesInput): {
  ground: StakesGround
  stakes: PlacedStake[]
  middle: PlacedStake | null
} {
  switch (form) {
    case 'rings': {
      const { ground, stakes, centre: middle } = layoutRings(knownIn('rings', stakeholders), centre)
      return { ground, stakes, middle }
    }
    case 'grid':
      return { ...layoutGrid(knownIn('grid', stakeholders)), middle: null }
    case 'forces':
      return { ...layoutForces(knownIn('forces', stakeholders)), middle: null }
  }
}

const knownIn = <F extends StakesInput['form']>(form: F, stakeholders: readonly Stakeholder[]) =>
  stakeholders.filter((who) => isKnown(form, who))

/** The box of the field itself, without words. */
export function fieldBox(ground: StakesGround): Box {
  switch (ground.form) {
    case 'rings': {
      const radius = Math.max(0, ...ground.radii)
      return { x: -radius, y: -radius, w: 2 * radius, h: 2 * radius }
    }
    case 'grid':
      return { x: -ground.size / 2, y: -ground.size / 2, w: ground.size, h: ground.size }
    case 'forces': {
      const { columns, half, top, bottom } = ground
      const xs = columns.map(({ x }) => x)
      const left = Math.min(...xs) - half
      return { x: left, y: top, w: Math.max(...xs) + half - left, h: bottom - top }
    }
  }
}
