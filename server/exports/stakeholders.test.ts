import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { insertRecord, readCase } from '@/lib/case/doc'
import { type Shape, textsOf } from '@/lib/drawing/shapes'
import { svgShapes } from '@/lib/drawing/toSvg'
import { ExportOptions } from '@/lib/exchange/options'
import { GENOGRAM_PRINT_THEME } from '@/lib/genogram/theme'
import { stakesOf } from '@/lib/stakeholders/fromCase'
import { stakePieces } from '@/lib/stakeholders/pieces'
import { stakesPicture } from '@/lib/stakeholders/picture'
import { STAKE_FORMS, type StakeForm } from '@/lib/stakeholders/types'
import { makeFile } from './make'
import { readPdf } from './pdf-kit'
import { AT, caseWith, jobOf } from './test-kit'
import { wordsIn } from './words'

const view = 'stakeholders' as const
const today = Math.floor(AT / 86_400_000)

/** The pieces of the canvas, as they are drawn for print. */
function piecesFor(form: StakeForm) {
  const { genogram, stakeholders } = wordsIn('nl')
  const stakes = stakesOf(caseWith(0), {
    form,
    today,
    locale: 'nl',
    words: genogram.said,
    names: new Map([['ann', 'Ann de Wit']]),
  })
  const how = { theme: GENOGRAM_PRINT_THEME, words: stakeholders.words }
  return stakePieces(stakesPicture(stakes, genogram.words), how)
}

/** What lines, words and arrows are drawn with; white plates behind words are none of them. */
function inksOf(shapes: readonly Shape[]): string[] {
  return shapes.flatMap((shape): string[] => {
    if (shape.type === 'group' || shape.type === 'window') return inksOf(shape.shapes)
    if (shape.type === 'text') return [shape.fill]
    return shape.stroke === undefined ? [] : [shape.stroke]
  })
}

/** Contrast with white paper as WCAG counts it, which is that of their greys. */
function contrastOnWhite(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}

describe('the stakeholder map as a file', () => {
  it.each(STAKE_FORMS)(
    '[XP70] the SVG of %s has every piece of the canvas, unchanged, and a legend of what is used',
    async (form) => {
      const all = caseWith(0)
      const svg = Buffer.from((await makeFile(jobOf(all, { format: 'svg', view, form }))).bytes).toString()
      const pieces = piecesFor(form)
      const stakes = pieces.filter(({ kind }) => kind === 'stake')
      expect(stakes).toHaveLength(all.stakes.length + (form === 'rings' ? 1 : 0))
      for (const { kind, id, shapes } of pieces)
        expect(svg.includes(svgShapes(shapes)), `${kind} ${id}`).toBe(true)
      const { genogram, stakeholders } = wordsIn('nl')
      expect(svg).toContain(genogram.words.kind.organisation)
      expect(svg.includes(stakeholders.words.drawn.legend.force)).toBe(form === 'forces')
      expect(svg).toContain(`<title>${stakeholders.title(all.meta.title)}`)
    },
  )

  it.each(STAKE_FORMS)(
    '[XP71] the PDF of %s is one sheet with all words as text, none of them outside the paper',
    async (form) => {
      const { bytes } = await makeFile(jobOf(caseWith(0), { format: 'pdf', view, form }))
      const [page, ...more] = readPdf(Buffer.from(bytes))
      expect(more).toEqual([])
      for (const { shapes } of piecesFor(form))
        for (const { text } of textsOf(shapes)) expect(page!.copied).toContain(text.replaceAll(/\s+/g, ''))
      for (const { text, x, y } of page!.texts)
        expect(x > 20 && x < page!.w - 20 && y > 20 && y < page!.h - 20, text).toBe(true)
    },
  )

  it('[XP72] with names replaced no name stands in the file, nor that of who says something', async () => {
    const all = caseWith(0, 'nl', (doc) => {
      const [from = '', to = ''] = readCase(doc).stakes.map(({ subject }) => subject)
      const accordingTo = { person: null, principal: 'ann' }
      insertRecord(doc, 'relations', { id: 'seen-by-ann', from, to, type: 'conflict', accordingTo })
    })
    const svgOf = async (form: StakeForm, pseudonyms: boolean) => {
      const { bytes } = await makeFile(jobOf(all, { format: 'svg', view, form, pseudonyms }))
      return Buffer.from(bytes).toString()
    }
    for (const form of STAKE_FORMS) {
      const svg = await svgOf(form, true)
      for (const { name } of all.people) expect(svg).not.toContain(name.split(' ').at(-1))
      expect(svg).not.toContain('Ann de Wit')
    }
    expect(await svgOf('grid', false)).toContain('Ann de Wit')
  })

  it('[XP73] the picture in grey keeps every line and word apart from the paper', async () => {
    const { bytes } = await makeFile(jobOf(caseWith(0), { format: 'png', view, scale: 0.5 }))
    const { data } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
    expect(data.filter((value) => value < 128).length / data.length).toBeGreaterThan(0.003)
    for (const form of STAKE_FORMS)
      for (const { kind, id, shapes } of piecesFor(form))
        for (const ink of inksOf(shapes)) expect(contrastOnWhite(ink), `${kind} ${id}`).toBeGreaterThan(3)
  })

  it('[XP74] a form is one of three, rings when not said; another one, or another view, is refused by its name', () => {
    expect(ExportOptions.parse({ view })).toMatchObject({ view, form: 'rings' })
    const wrong = ExportOptions.safeParse({ view: 'map', form: 'venn' })
    expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['view', 'form'])
  })

  it('[XP75] the report says in words what everybody’s place is; what nobody said is said to be not known', async () => {
    const all = caseWith(0, 'nl', (doc) => {
      insertRecord(doc, 'people', { id: 'new', name: 'Voogd <Petra>', circle: 'professional' })
      insertRecord(doc, 'stakes', { id: 'stake-new', subject: 'new', stance: -1, role: 'houdt toezicht' })
      insertRecord(doc, 'stakes', { id: 'stake-twin', subject: 'new', stance: 2 })
      insertRecord(doc, 'stakes', { id: 'stake-gone', subject: 'nobody', stance: 2 })
    })
    const html = Buffer.from((await makeFile(jobOf(all, { format: 'html' }))).bytes).toString()
    const [, table = ''] = html.split('<table class="stakes">')
    expect(table.match(/<tr>/g)).toHaveLength(all.stakes.length - 2 + 1)
    const petra = table.split('<tr>').find((row) => row.includes('Voogd &lt;Petra&gt;')) ?? ''
    const cells = [...petra.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text)
    const unknown = 'weten we niet'
    expect(cells).toEqual(['houdt toezicht', unknown, unknown, unknown, 'werkt een beetje tegen', unknown])
    expect(table).toContain('heel veel kracht')
    const word = await makeFile(jobOf(all, { format: 'docx' }))
    expect(Buffer.from(word.bytes).subarray(0, 2).toString()).toBe('PK')
    const empty = Buffer.from((await makeFile(jobOf({ ...all, stakes: [] }, { format: 'html' }))).bytes)
    expect(empty.toString()).not.toContain('class="stakes"')
  })

  it('[PLS15] the report has a table of every round on the table: who was put where, by name where that was agreed', async () => {
    const placements = {
      a: { by: 'ann', places: { new: { nearness: 0.9 } } },
      b: { by: null, places: { new: { nearness: 0.1 } } },
    }
    const all = caseWith(0, 'nl', (doc) => {
      insertRecord(doc, 'people', { id: 'new', name: 'Voogd <Petra>' })
      const subjects = ['new', 'gone']
      insertRecord(doc, 'rounds', {
        id: 'r1',
        question: 'Wie staat <dichtbij>?',
        subjects,
        placements,
        revealed: true,
      })
      insertRecord(doc, 'rounds', { id: 'r2', question: 'Nog bezig', subjects })
    })
    const made = async (options: { pseudonyms?: boolean }) =>
      Buffer.from((await makeFile(jobOf(all, { format: 'html', ...options }))).bytes).toString()
    const html = await made({})
    expect(html).toContain('Wie staat &lt;dichtbij&gt;?')
    const row = html.split('<tr>').find((one) => one.includes('Petra') && one.includes('dichtbij')) ?? ''
    expect(row).toMatch(/Ann[^;]*: dichtbij; zonder naam: ver weg/)
    expect(html).not.toContain('Nog bezig')
    const hidden = await made({ pseudonyms: true })
    expect(hidden).toContain('zonder naam: ver weg')
    expect(hidden).not.toMatch(/Petra|Ann de Wit/)
    const word = await makeFile(jobOf(all, { format: 'docx' }))
    expect(Buffer.from(word.bytes).subarray(0, 2).toString()).toBe('PK')
  })
})
