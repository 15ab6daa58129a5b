import { crc32 as crc, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/access/rights'
import type { Principal } from '@/server/services'
import { openTestServices, problem, type TestServices } from '@/tests/support/services'

let services: TestServices
let ann: Principal
let board: string
beforeEach(async () => {
  services = await openTestServices()
  ann = await services.account('ann')
  board = await services.boards.create(ann, { title: 'Iris', question: '', example: false, locale: 'nl' })
})
afterEach(() => services.close())

/** Somebody on the board in a role. */
async function somebody(name: string, role: Role): Promise<Principal> {
  const principal = await services.account(name)
  const member = { principal_id: principal.id, role, scribe: 0, reserved: 0, joined_at: 0 }
  await services.db
    .insertInto('members')
    .values({ board_id: board, ...member })
    .execute()
  return principal
}

const openBoard = async () => {
  await services.boards.setPurpose(ann, board, { purpose: 'Leren', legalBasis: 'consent' })
  await services.boards.open(ann, board)
}

const plain = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })

/** As a phone makes it: turned on its side, with the place, a name and a comment in it. */
const phonePhoto = () =>
  plain(60, 20)
    .withExif({
      IFD0: { Artist: 'Marker Iris van Dijk', ImageDescription: 'Marker Thuis' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1', GPSMapDatum: 'Marker Zwolle' },
    })
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

describe('pictures', () => {
  it('[EV15] place, maker, comments, profile and turning are gone from what is kept and sent', async () => {
    const photo = await phonePhoto()
    expect(photo.includes('Marker Iris van Dijk')).toBe(true)
    expect(photo.includes('Marker Zwolle')).toBe(true)
    expect((await sharp(photo).metadata()).orientation).toBe(6)
    const made = await services.pictures.add(ann, board, photo)
    const sent = Buffer.from(await services.pictures.read(ann, board, made.id))
    for (const trace of ['Marker', 'Exif', 'ICC_PROFILE', 'GPS', 'http://ns.adobe.com'])
      expect(sent.includes(trace)).toBe(false)
    const { format, exif, icc, xmp, orientation, width, height } = await sharp(sent).metadata()
    expect({ format, exif, icc, xmp, orientation, width, height }).toEqual({
      format: 'jpeg',
      width: 20,
      height: 60,
    })
    expect(made).toMatchObject({ width: 20, height: 60 })
    // Every byte that the file has after its pixels is ours as well.
    expect(sent.subarray(-2).toString('hex')).toBe('ffd9')
  })

  it('[EV15] each of the four forms is taken in, on white, and no side is longer than 2,000 pixels', async () => {
    const clear = sharp({
      create: { width: 3_000, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
    for (const file of [
      await clear.clone().png().toBuffer(),
      await clear.clone().webp().toBuffer(),
      await clear.clone().gif().toBuffer(),
      await plain(3_000, 10).jpeg().toBuffer(),
    ]) {
      const { id, width } = await services.pictures.add(ann, board, file)
      expect(width).toBe(2_000)
      const { data } = await sharp(await services.pictures.read(ann, board, id))
        .raw()
        .toBuffer({ resolveWithObject: true })
      expect(data[0]).toBeGreaterThan(40)
    }
  })

  it('[EV16] who may read the board sees its pictures, who may write adds them, and nobody else knows of them', async () => {
    await openBoard()
    const [bo, vera] = await Promise.all([somebody('bo', 'participant'), somebody('vera', 'viewer')])
    const cas = await services.account('cas')
    const photo = await plain().png().toBuffer()
    const { id } = await services.pictures.add(bo, board, photo)
    for (const reader of [ann, bo, vera])
      expect((await services.pictures.read(reader, board, id)).length).toBeGreaterThan(100)
    await expect(services.pictures.add(vera, board, photo)).rejects.toMatchObject(problem('not-allowed'))
    await expect(services.pictures.add(cas, board, photo)).rejects.toMatchObject(problem('not-found'))
    await expect(services.pictures.read(cas, board, id)).rejects.toMatchObject(problem('not-found'))
    const other = await services.boards.create(cas, {
      title: 'Anders',
      question: '',
      example: false,
      locale: 'nl',
    })
    await expect(services.pictures.read(cas, other, id)).rejects.toMatchObject(problem('not-found'))
    await expect(services.pictures.read(ann, board, '../x')).rejects.toMatchObject(problem('not-found'))
  })

  it('[EV16] while a board is a draft its pictures are for its facilitators', async () => {
    const bo = await somebody('bo', 'participant')
    const { id } = await services.pictures.add(ann, board, await plain().png().toBuffer())
    await expect(services.pictures.read(bo, board, id)).rejects.toMatchObject(problem('not-found'))
    await expect(services.pictures.add(bo, board, await plain().png().toBuffer())).rejects.toMatchObject(
      problem('not-found'),
    )
  })

  it('[EV17] what is no picture, is broken or would be huge when unpacked is refused, and nothing is kept', async () => {
    const whole = await sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        background: '#fff',
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
      },
    })
      .jpeg()
      .toBuffer()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'
    const tiff = await plain().tiff().toBuffer()
    for (const bad of [
      svg,
      '%PDF-1.7',
      '',
      'GIF89a',
      whole.subarray(0, whole.length / 2),
      tiff,
      Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.from(svg)]),
    ])
      await expect(services.pictures.add(ann, board, Buffer.from(bad))).rejects.toMatchObject(
        problem('no-picture'),
      )
    const bomb = pngOf(30_000, 30_000)
    expect(bomb.length).toBeLessThan(2_000_000)
    await expect(services.pictures.add(ann, board, bomb)).rejects.toMatchObject(problem('too-many-pixels'))
    await expect(services.pictures.add(ann, board, Buffer.alloc(15 * 1024 * 1024 + 1))).rejects.toMatchObject(
      problem('too-large'),
    )
    expect(await services.db.selectFrom('pictures').selectAll().execute()).toEqual([])
  })

  it('[EV17] what a board may keep has an end, and the pictures of another board do not count', async () => {
    await services.close()
    services = await openTestServices({ LIMIT_PICTURE_BYTES: '1500' })
    ann = await services.account('ann')
    const make = (title: string) =>
      services.boards.create(ann, { title, question: '', example: false, locale: 'nl' })
    const [one, two] = [await make('Een'), await make('Twee')]
    const photo = await plain().png().toBuffer()
    await services.pictures.add(ann, one, photo)
    await expect(
      services.pictures.add(ann, one, await plain(900, 900).png().toBuffer()),
    ).rejects.toMatchObject(problem('pictures-full'))
    await services.pictures.add(ann, two, photo)
  })

  it('[EV18] the bytes of one picture do not open in the place of another', async () => {
    const [one, two] = [
      await services.pictures.add(ann, board, await plain().png().toBuffer()),
      await services.pictures.add(ann, board, await plain(9).png().toBuffer()),
    ]
    const row = await services.db
      .selectFrom('pictures')
      .select('bytes')
      .where('id', '=', one.id)
      .executeTakeFirstOrThrow()
    await services.db.updateTable('pictures').set(row).where('id', '=', two.id).execute()
    await expect(services.pictures.read(ann, board, two.id)).rejects.toThrow()
  })
})

describe('names', () => {
  it('[EV19] names are for who may read the board; who left keeps theirs, and no address is among them', async () => {
    await openBoard()
    const [bo, vera] = await Promise.all([somebody('bo', 'participant'), somebody('vera', 'viewer')])
    const cas = await services.account('cas')
    const wrote = { document: 'case' as const, client_id: 7, principal_id: bo.id }
    await services.db
      .insertInto('clients')
      .values({ board_id: board, ...wrote })
      .execute()
    await services.db.deleteFrom('members').where('principal_id', '=', bo.id).execute()
    await services.db.updateTable('principals').set({ disabled: 1 }).where('id', '=', bo.id).execute()
    const names = await services.boards.names(vera, board)
    expect(names).toEqual([ann, bo, vera].map(({ id, name }) => ({ id, name })))
    await expect(services.boards.names(cas, board)).rejects.toMatchObject(problem('not-found'))
  })
})

/** A PNG of one colour, as small as a picture of its size can be. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc(body), body.length + 4)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(height * (Math.ceil(width / 8) + 1)))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
