import type { Case } from '@/lib/case/schema'
import type { GenogramStyle } from './types'

/** How a case wants its geno-sociogram drawn. */
export function styleOf(views: Case['views']): GenogramStyle {
  const view = views.find(({ id }) => id === 'genogram')
  return {
    profile: view?.profile ?? 'mcgoldrick',
    cross: view?.cross ?? 'beside',
    innerGender: view?.innerGender ?? false,
  }
}
