import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestServices, problem, type TestServices } from '@/tests/support/services'
import { CLOSE } from '@/lib/sync/protocol'
import { TestPeer } from '@/tests/support/peers'
import { hashToken } from '../tokens'

const ANN = {
  name: 'Ann',
  email: 'Ann@Example.org',
  password: 'tien tekens of meer',
  organisation: 'Wijkteam',
}

let server: TestServices
beforeEach(async () => {
  server = await openTestServices({ LIMIT_SIGN_INS: '3' })
})
afterEach(() => server.close())

describe('accounts', () => {
  it('[AC1] the link for the first account works once, also for two at the same moment', async () => {
    const { accounts } = server
    expect(await accounts.needsFirst()).toBe(true)
    const token = await accounts.firstToken()
    await expect(accounts.createFirst('guess', ANN)).rejects.toMatchObject(problem('gone'))
    const made = await Promise.allSettled([
      accounts.createFirst(token, ANN),
      accounts.createFirst(token, { ...ANN, email: 'eve@example.org' }),
    ])
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await accounts.needsFirst()).toBe(false)
    await expect(accounts.createFirst(token, ANN)).rejects.toMatchObject(problem('gone'))
    const late = await accounts.firstToken()
    await expect(accounts.createFirst(late, ANN)).rejects.toMatchObject(problem('gone'))
    expect(await server.db.selectFrom('principals').select('admin').execute()).toEqual([{ admin: 1 }])
  })

  it('[AC2] a first try with wrong words does not use the link up; a new link ends the old one', async () => {
    const { accounts } = server
    const old = await accounts.firstToken()
    const token = await accounts.firstToken()
    await expect(accounts.createFirst(old, ANN)).rejects.toMatchObject(problem('gone'))
    for (const wrong of [{ password: 'kort' }, { email: 'geen adres' }, { name: ' ' }])
      await expect(accounts.createFirst(token, { ...ANN, ...wrong })).rejects.toMatchObject(
        problem('bad-input'),
      )
    const principal = await accounts.createFirst(token, ANN)
    expect(principal).toMatchObject({ name: 'Ann', kind: 'account', admin: true, organisation: 'Wijkteam' })
    const stored = await server.db.selectFrom('principals').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(ANN.password)
    expect(await accounts.byEmail('ANN@example.org ')).toEqual(principal)
  })

  it('[AC3] a wrong password, an unknown address and a disabled account get the same answer', async () => {
    const { accounts, db } = server
    const ann = await accounts.add(ANN, false)
    expect(await accounts.verify(' ann@example.ORG', ANN.password, '1')).toEqual(ann)
    const answers = await Promise.all(
      [
        accounts.verify(ANN.email, 'niet dit wachtwoord', '2'),
        accounts.verify('eve@example.org', ANN.password, '3'),
      ].map((answer) => answer.catch((error: unknown) => error)),
    )
    await db.updateTable('principals').set({ disabled: 1 }).execute()
    answers.push(await accounts.verify(ANN.email, ANN.password, '4').catch((error: unknown) => error))
    for (const answer of answers)
      expect(answer).toMatchObject({ ...problem('wrong-password'), message: 'wrong-password' })
  })

  it('[AC4] one address has one account, however its letters are written', async () => {
    await server.accounts.add(ANN, false)
    await expect(server.accounts.add({ ...ANN, email: 'ANN@EXAMPLE.ORG' }, false)).rejects.toMatchObject(
      problem('taken'),
    )
  })

  it('[AC5] guessing a password is stopped for that address and account, and for nobody else', async () => {
    const { accounts } = server
    await accounts.add(ANN, false)
    const guess = (address: string) => accounts.verify(ANN.email, 'geraden wachtwoord', address)
    for (let i = 0; i < 3; i++) await expect(guess('1')).rejects.toMatchObject(problem('wrong-password'))
    await expect(guess('1')).rejects.toMatchObject(problem('too-many'))
    await expect(accounts.verify('Ann@example.org ', ANN.password, '1')).rejects.toMatchObject(
      problem('too-many'),
    )
    expect(await accounts.verify(ANN.email, ANN.password, '2')).toMatchObject({ name: 'Ann' })
  })
})

describe('sessions', () => {
  it('[AC6] a session is known by its token, of which only a hash is stored, until it ends or 30 days pass', async () => {
    const { sessions, db, clock } = server
    const ann = await server.account('ann')
    const { token, maxAgeS } = await sessions.start(ann.id)
    expect(await sessions.principalOf(token)).toEqual(ann)
    for (const wrong of [null, '', 'guess', hashToken(token)])
      expect(await sessions.principalOf(wrong)).toBeNull()
    expect(JSON.stringify(await db.selectFrom('sessions').selectAll().execute())).not.toContain(token)
    clock.advance(maxAgeS * 1_000 - 1)
    expect(await sessions.principalOf(token)).toEqual(ann)
    clock.advance(1)
    expect(await sessions.principalOf(token)).toBeNull()
  })

  it('[A9] who stays is in for 30 days from then on, by the same token; what is over cannot be prolonged', async () => {
    const { sessions, clock } = server
    const ann = await server.account('ann')
    const { token, maxAgeS } = await sessions.start(ann.id)
    const other = await sessions.start(ann.id)
    clock.advance(maxAgeS * 1_000 - 1)
    expect(await sessions.endsAt(token)).toBe(clock.now() + 1)
    expect(await sessions.extend(token)).toEqual({ endsAt: clock.now() + maxAgeS * 1_000, maxAgeS })
    clock.advance(1)
    expect(await sessions.principalOf(token)).toEqual(ann)
    expect(await sessions.principalOf(other.token)).toBeNull()
    for (const over of [other.token, 'guess']) {
      expect(await sessions.extend(over)).toBeNull()
      expect(await sessions.endsAt(over)).toBeNull()
    }
    clock.advance(maxAgeS * 1_000 - 2)
    expect(await sessions.principalOf(token)).toEqual(ann)
  })

  it('[AC7] a session that is ended is over at once, with its sockets, and no other is', async () => {
    const { sessions, hub } = server
    const [ann, bo] = [await server.account('ann'), await server.account('bo')]
    const [one, two, three] = await Promise.all([ann, ann, bo].map(({ id }) => sessions.start(id)))
    if (!one || !two || !three) throw new Error('no sessions')
    const peers = [one, two, three].map(({ token }, i) => {
      const peer = new TestPeer(i < 2 ? ann : bo)
      const id = { boardId: 'b1', document: 'case' } as const
      hub.add({ peer, id, sessionId: hashToken(token), granted: 'write', right: async () => 'write' })
      return peer
    })
    const closed = () => peers.map((peer) => peer.closed?.code ?? null)
    await sessions.end(one.token)
    expect(closed()).toEqual([CLOSE.revoked, null, null])
    expect(await sessions.principalOf(one.token)).toBeNull()
    expect(await sessions.principalOf(two.token)).toEqual(ann)
    await sessions.endAll(ann.id)
    expect(closed()).toEqual([CLOSE.revoked, CLOSE.revoked, null])
    expect(await sessions.principalOf(two.token)).toBeNull()
    expect(await sessions.principalOf(three.token)).toEqual(bo)
  })

  it('[AC8] a disabled account has no session any more', async () => {
    const ann = await server.account('ann')
    const { token } = await server.sessions.start(ann.id)
    await server.db.updateTable('principals').set({ disabled: 1 }).execute()
    expect(await server.sessions.principalOf(token)).toBeNull()
  })
})
