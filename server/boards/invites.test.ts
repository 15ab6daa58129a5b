import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestServices, problem, stranger, tokenOf, type TestServices } from '@/tests/support/services'
import type { Principal } from '../services'

const HOUR_MS = 3_600_000

let server: TestServices
let ann: Principal
let boardId: string
beforeEach(async () => {
  server = await openTestServices({ LIMIT_JOINS: '5' })
  ann = await server.account('ann')
  const board = { title: 'Roos', question: '', example: false, locale: 'nl' as const }
  boardId = await server.boards.create(ann, board)
})
afterEach(() => server.close())

const share = async () => {
  await server.boards.setPurpose(ann, boardId, { purpose: 'Samen kijken', legalBasis: 'consent' })
  await server.boards.open(ann, boardId)
}
const invite = async (
  input: Partial<{ role: 'participant' | 'viewer' | 'facilitator'; hours: number; uses: number }>,
) => {
  const { link, invite } = await server.invites.create(ann, boardId, {
    role: 'participant',
    hours: 1,
    uses: 1,
    ...input,
  })
  return { token: tokenOf(link), id: invite.id }
}
const join = (token: string, name = 'Bo', caller = stranger()) => server.invites.join(token, { name }, caller)
const usesLeft = async () => (await server.invites.list(ann, boardId)).map((one) => one.usesLeft)

describe('join links', () => {
  it('[AC15] nobody is invited before there is a purpose', async () => {
    await expect(invite({})).rejects.toMatchObject(problem('purpose-needed'))
    await share()
    expect((await invite({})).token).toMatch(/^[\w-]{32}$/)
  })

  it('[AC16] only a hash of a link’s token is stored, and looking at it uses nothing up', async () => {
    await share()
    const { token } = await invite({ role: 'viewer' })
    expect(JSON.stringify(await server.db.selectFrom('invites').selectAll().execute())).not.toContain(token)
    for (let i = 0; i < 3; i++)
      expect(await server.invites.peek(token, '1')).toEqual({ role: 'viewer', boardTitle: 'Roos' })
    expect(await usesLeft()).toEqual([1])
    expect(await join(token)).toMatchObject({ role: 'viewer', state: 'in', boardId })
    expect(await usesLeft()).toEqual([0])
  })

  it('[AC17] a link works until its time, not after; revoked or used up, it is gone', async () => {
    await share()
    const [timed, used, revoked] = [await invite({ uses: 2 }), await invite({}), await invite({})]
    await join(used.token)
    await server.invites.revoke(ann, boardId, revoked.id)
    server.clock.advance(HOUR_MS - 1)
    await join(timed.token)
    server.clock.advance(1)
    for (const { token } of [timed, used, revoked]) {
      await expect(join(token)).rejects.toMatchObject(problem('gone'))
      await expect(server.invites.peek(token, '1')).rejects.toMatchObject(problem('gone'))
    }
    const members = await server.db.selectFrom('members').selectAll().execute()
    expect(members).toHaveLength(3)
  })

  it('[AC18] of many who use the last place at once, exactly one gets it, and the others leave nothing behind', async () => {
    await share()
    const { token } = await invite({ uses: 2 })
    await join(token)
    const tries = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => join(token, `p${i}`)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject(problem('gone'))
    expect(await usesLeft()).toEqual([0])
    const guests = await server.db.selectFrom('principals').select('id').where('kind', '=', 'guest').execute()
    expect(guests).toHaveLength(2)
  })

  it('[AC19] joining again neither uses a place nor changes the role, up or down', async () => {
    await share()
    const [low, high] = [
      await invite({ role: 'viewer', uses: 3 }),
      await invite({ role: 'facilitator', uses: 3 }),
    ]
    const { principal } = await join(low.token)
    const bo = { principal, address: '1' }
    for (const { token } of [low, high])
      expect(await join(token, 'Bo', bo)).toMatchObject({ role: 'viewer', principal, returnCode: null })
    expect(await join(low.token, 'Ann', { principal: ann, address: '1' })).toMatchObject({
      role: 'facilitator',
    })
    expect(new Set(await usesLeft())).toEqual(new Set([2, 3]))
  })

  it('[AC27] a used-up link still brings back who came in by it, and nobody else', async () => {
    await share()
    const { token } = await invite({})
    const { principal } = await join(token)
    const bo = { principal, address: '1' }
    expect(await join(token, 'Bo', bo)).toMatchObject({ principal, boardId })
    expect(await server.invites.boardOfMember(token, principal)).toBe(boardId)
    await expect(join(token, 'Cas')).rejects.toMatchObject(problem('gone'))
    const other = await join((await invite({})).token, 'Dina')
    const elsewhere = await server.boards.create(ann, {
      title: 'B',
      question: '',
      example: false,
      locale: 'nl',
    })
    const { link } = await server.invites.add(ann.id, elsewhere, { role: 'viewer', hours: 1, uses: 1 })
    expect(await server.invites.boardOfMember(tokenOf(link), other.principal)).toBeNull()
  })

  it('[AC20] who joins a draft waits, and is let in by its opening', async () => {
    const { link } = await server.invites.add(ann.id, boardId, { role: 'participant', hours: 1, uses: 1 })
    expect(await join(tokenOf(link))).toMatchObject({ state: 'waiting' })
  })

  it('[AC21] an invitation or a name that makes no sense is refused', async () => {
    await share()
    for (const wrong of [{ uses: 0 }, { uses: 1.5 }, { hours: 0 }, { hours: -1 }, { hours: Number.NaN }])
      await expect(invite(wrong)).rejects.toMatchObject(problem('bad-input'))
    const { token } = await invite({})
    for (const name of ['', '  ', 'x'.repeat(101)])
      await expect(join(token, name)).rejects.toMatchObject(problem('bad-input'))
  })

  it('[AC22] revoking a link of another board does nothing', async () => {
    await share()
    const { id, token } = await invite({})
    const other = await server.boards.create(ann, { title: 'B', question: '', example: false, locale: 'nl' })
    await server.invites.revoke(ann, other, id)
    expect(await server.invites.peek(token, '1')).toMatchObject({ boardTitle: 'Roos' })
  })

  it('[AC23] guessing links or return codes is stopped for that address, also for a right one', async () => {
    await share()
    const { token } = await invite({})
    for (let i = 0; i < 5; i++)
      await expect(
        i % 2 ? join('guess') : server.invites.returning('guess', '192.0.2.1'),
      ).rejects.toMatchObject(problem('not-found'))
    await expect(join(token)).rejects.toMatchObject(problem('too-many'))
    await expect(server.invites.returning('guess', '192.0.2.1')).rejects.toMatchObject(problem('too-many'))
    expect(await join(token, 'Bo', stranger('192.0.2.2'))).toMatchObject({ state: 'in' })
  })
})

describe('return codes', () => {
  it('[AC24] a return code brings back the same participant, and a new one ends the old', async () => {
    await share()
    const { principal, returnCode } = await join((await invite({})).token)
    if (!returnCode) throw new Error('no return code')
    for (let i = 0; i < 2; i++) expect(await server.invites.returning(returnCode, '1')).toEqual(principal)
    const fresh = await server.invites.newReturnCode(principal)
    await expect(server.invites.returning(returnCode, '1')).rejects.toMatchObject(problem('not-found'))
    expect(await server.invites.returning(fresh, '1')).toEqual(principal)
    const stored = JSON.stringify(await server.db.selectFrom('principals').selectAll().execute())
    expect([stored.includes(returnCode), stored.includes(fresh)]).toEqual([false, false])
    await expect(server.invites.newReturnCode(ann)).rejects.toMatchObject(problem('not-allowed'))
  })
})
