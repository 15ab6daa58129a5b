/** Something that stands on the page; x and y are its middle. */
interface Standing {
  id: string
  x: number
  y: number
}

export type Towards = 'left' | 'right' | 'up' | 'down'

const STEPS: Readonly<Record<Towards, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/** How much further something seems that stands aside of the way one goes. */
const ASIDE = 2

/**
 * Who stands nearest in a direction, as the eye goes: aside counts double, and who stands more aside than ahead only
 * when nobody stands ahead. Equally near: the first by id. Null when nobody stands that way.
 */
export function nearestTowards(all: readonly Standing[], from: string, towards: Towards): string | null {
  const here = all.find(({ id }) => id === from)
  if (!here) return null
  const [stepX, stepY] = STEPS[towards]
  const seen = all.flatMap(({ id, x, y }) => {
    const [dx, dy] = [x - here.x, y - here.y]
    const ahead = dx * stepX + dy * stepY
    const aside = Math.abs(dx * stepY) + Math.abs(dy * stepX)
    return id === from || ahead <= 0
      ? []
      : [{ id, ahead, far: ahead + ASIDE * aside, isAhead: ahead >= aside }]
  })
  const [nearest] = seen.sort(
    (a, b) => Number(b.isAhead) - Number(a.isAhead) || a.far - b.far || (a.id < b.id ? -1 : 1),
  )
  return nearest?.id ?? null
}
