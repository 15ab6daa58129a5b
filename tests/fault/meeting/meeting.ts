import type { Person } from './person'

/** Our client sends at most this often. Milliseconds. */
const TICK_MS = 50
/** Now and then everybody looks up until all is saved: a meeting does not outrun its server for hours. Ticks. */
const PAUSE_EVERY = 10

export interface Meeting {
  people: readonly Person[]
  /** Time passes for everybody. */
  pass: (ms: number) => Promise<void>
  /** Resolves when the status of everybody says saved. */
  saved: () => Promise<void>
}

/** Lets them work for so many hours of their time until they have made so many changes; how many they made. */
export async function meet(
  { people, pass, saved }: Meeting,
  { changes, hours, random }: { changes: number; hours: number; random: () => number },
  /** Called after each quarter of an hour of their time. */
  eachQuarter: (minutes: number, made: number) => Promise<void> = async () => {},
): Promise<number> {
  const ticks = (hours * 3_600_000) / TICK_MS
  const quarter = 900_000 / TICK_MS
  const working = (ticks * (PAUSE_EVERY - 1)) / PAUSE_EVERY
  const chance = changes / (working * people.length)
  let made = 0
  for (let tick = 1; made < changes; tick++) {
    if (tick % PAUSE_EVERY === 0) {
      for (const person of people) person.moveHand()
      await pass(TICK_MS)
      await saved()
    } else {
      for (const person of people) if (random() < chance && person.act()) made += 1
      await pass(TICK_MS)
    }
    if (tick % quarter === 0) await eachQuarter(tick / (60_000 / TICK_MS), made)
  }
  await pass(TICK_MS)
  await saved()
  return made
}
