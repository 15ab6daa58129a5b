import type { Case } from '@/lib/case/schema'
import { genogramOf, type GenogramOptions } from './fromCase'
import { layoutGenogram } from './layout/layout'

/** Where the middle of somebody's symbol stands in the geno-sociogram, in page units; null for who is not shown. */
export function placeOf(all: Case, id: string, options: GenogramOptions): { x: number; y: number } | null {
  const person = layoutGenogram(genogramOf(all, options).input).people.find((one) => one.id === id)
  return person ? { x: person.x, y: person.y } : null
}
