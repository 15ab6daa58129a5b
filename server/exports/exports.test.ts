import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertRecord } from '@/lib/case/doc'
import { attachment, ExportOptions, fileName } from '@/lib/exchange/options'
import { openTestServices, problem, stranger, tokenOf, type TestServices } from '@/tests/support/services'
import { Exports } from './exports'
import { FileMaker } from './maker'

let server: TestServices
let exports: Exports
beforeAll(async () => {
  server = await openTestServices()
  const maker = new FileMaker(new URL('./none.js', import.meta.url), server.clock)
  exports = new Exports(server.db, server.boards, maker, server.clock)
})
afterAll(() => server.close())

const json = { options: ExportOptions.parse({}), locale: 'nl' as const }

describe('Exports', () => {
  it('[XP16] who may read may have a file, a viewer too; for others the board does not exist', async () => {
    const ann = await server.account('ann')
    const eve = await server.account('eve')
    const boardId = await server.boards.create(ann, {
      title: 'Iris',
      question: '',
      example: false,
      locale: 'nl',
    })
    await server.boards.setPurpose(ann, boardId, { purpose: 'samen', legalBasis: 'consent' })
    await server.boards.open(ann, boardId)
    await expect(exports.make(eve, boardId, json)).rejects.toMatchObject(problem('not-found'))
    const { link } = await server.invites.create(ann, boardId, { role: 'viewer', hours: 1, uses: 1 })
    const { principal } = await server.invites.join(tokenOf(link), { name: 'Vera' }, stranger())
    await server.rooms.with({ boardId, document: 'case' }, (room) =>
      room.edit(ann.id, (doc) => void insertRecord(doc, 'events', { id: 'e', title: 'Vera kwam' })),
    )
    const file = await exports.make(principal, boardId, json)
    expect(file).toMatchObject({ name: 'Iris.json', type: 'application/json; charset=utf-8' })
    expect(JSON.parse(Buffer.from(file.bytes).toString('utf8'))).toMatchObject({
      events: [{ title: 'Vera kwam' }],
    })
    const hidden = await exports.make(principal, boardId, {
      ...json,
      options: ExportOptions.parse({ pseudonyms: '1' }),
    })
    expect(Buffer.from(hidden.bytes).toString('utf8')).not.toMatch(/Vera/)
  })

  it('[XP17] the name of a file is safe on every system, and the answer carries it as it is', () => {
    expect(fileName('../../etc/passwd', 'pdf')).toBe('etc passwd.pdf')
    expect(fileName('a\r\nSet-Cookie: x="1"', 'csv')).toBe('a Set-Cookie x 1.csv')
    expect(fileName('CON', 'svg')).toBe('rotonde.svg')
    expect(fileName('  …  ', 'png')).toBe('rotonde.png')
    expect(fileName('Łukasz’ verhaal', 'html')).toBe('Łukasz verhaal.html')
    expect(attachment('Łukasz.html')).toBe(
      'attachment; filename="ukasz.html"; filename*=UTF-8\'\'%C5%81ukasz.html',
    )
  })

  it('[XP18] what is asked in an address is read, and what is not known is refused', () => {
    expect(ExportOptions.parse({ format: 'png', scale: '3', pseudonyms: '1' })).toMatchObject({
      scale: 3,
      pseudonyms: true,
    })
    for (const wrong of [{ format: 'exe' }, { scale: '40' }, { paper: 'a5' }, { pseudonyms: 'misschien' }])
      expect(ExportOptions.safeParse(wrong).success).toBe(false)
  })

  it('[RS17] what is reserved is in a file only when who is admitted asks for it, and the file says so', async () => {
    const ann = await server.account('ina')
    const input = { title: 'Iris', question: '', example: false, locale: 'nl' } as const
    const boardId = await server.boards.create(ann, input)
    await server.boards.setPurpose(ann, boardId, { purpose: 'samen', legalBasis: 'consent' })
    await server.boards.open(ann, boardId)
    const { link } = await server.invites.create(ann, boardId, { role: 'participant', hours: 1, uses: 1 })
    const { principal: bo } = await server.invites.join(tokenOf(link), { name: 'Bo' }, stranger())
    await server.rooms.with({ boardId, document: 'reserved' }, (room) =>
      room.edit(ann.id, (doc) => void insertRecord(doc, 'events', { id: 'e', title: 'thuis' })),
    )
    const asked = (format: string) => ({ ...json, options: ExportOptions.parse({ format, reserved: '1' }) })
    for (const format of ['json', 'csv', 'pdf'])
      await expect(exports.make(bo, boardId, asked(format))).rejects.toMatchObject(problem('not-allowed'))
    const textOf = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString('utf8')
    const whole = await exports.make(ann, boardId, asked('json'))
    expect(whole.name).toBe('Iris - besloten.json')
    expect(JSON.parse(textOf(whole))).toMatchObject({ reserved: true, events: [{ title: 'thuis' }] })
    expect(JSON.parse(textOf(await exports.make(ann, boardId, json)))).toMatchObject({
      reserved: false,
      events: [],
    })
    const lines = textOf(await exports.make(ann, boardId, asked('csv'))).split('\r\n')
    expect([lines[0]?.endsWith(';besloten'), lines[1]?.endsWith(';ja')]).toEqual([true, true])
    await server.db.updateTable('members').set({ reserved: 0 }).where('board_id', '=', boardId).execute()
    await expect(exports.make(ann, boardId, asked('json'))).rejects.toMatchObject(problem('not-allowed'))
  })
})
