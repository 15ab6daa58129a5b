import { expect, it } from 'vitest'
import { DOCUMENTS, mayManage, rightOn, ROLES, type DocumentName, type Right, type Role } from './rights'

/** On an open board: [not admitted, admitted to what is reserved]. */
const OPEN: Record<Role, Record<DocumentName, [Right, Right]>> = {
  facilitator: {
    case: ['write', 'write'],
    meeting: ['write', 'write'],
    reserved: ['none', 'write'],
    prep: ['write', 'write'],
  },
  participant: {
    case: ['write', 'write'],
    meeting: ['read', 'read'],
    reserved: ['none', 'write'],
    prep: ['none', 'none'],
  },
  viewer: {
    case: ['read', 'read'],
    meeting: ['read', 'read'],
    reserved: ['none', 'read'],
    prep: ['none', 'none'],
  },
}

it('[AC25] who may do what on which document is this table; in a draft, only who guides may do anything', () => {
  for (const role of ROLES)
    for (const document of DOCUMENTS)
      for (const reserved of [false, true]) {
        const right = OPEN[role][document][reserved ? 1 : 0]
        const where = `${role} ${document} ${reserved}`
        expect(rightOn(document, { role, reserved }, 'open'), where).toBe(right)
        const inDraft = role === 'facilitator' ? right : 'none'
        expect(rightOn(document, { role, reserved }, 'draft'), where).toBe(inDraft)
      }
})

it('[AC26] who is no member may do nothing, and only who guides may manage', () => {
  for (const document of DOCUMENTS)
    for (const state of ['draft', 'open'] as const) expect(rightOn(document, null, state)).toBe('none')
  expect(ROLES.filter((role) => mayManage({ role, reserved: true }))).toEqual(['facilitator'])
  expect(mayManage(null)).toBe(false)
})
