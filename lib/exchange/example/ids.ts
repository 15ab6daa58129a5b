import type { EventKey, OrganisationKey, PersonKey } from './types'

// Fixed, so that both languages and every test speak of the same records.
export const personId = (key: PersonKey) => `person-${key}`
export const organisationId = (key: OrganisationKey) => `organisation-${key}`
export const eventId = (key: EventKey) => `event-${key}`
