import { describe, expect, it } from 'vitest'
import { textsOf } from '@/lib/drawing/shapes'
import { overlap } from '@/lib/genogram/boxes'
import { caseOf, TODAY } from '@/lib/genogram/case-kit'
import { drawSymbol } from '@/lib/genogram/symbols/person'
import { GENOGRAM_THEME } from '@/lib/genogram/theme'
import { fileWords } from '@/lib/i18n/fileWords'
import { MESSAGES } from '@/lib/i18n/messages'
import { textBox } from './drawing/words'
import { stakesOf } from './fromCase'
import { stakesLegend } from './legend'
import { STAKE_PIECES, stakePieces } from './pieces'
import { stakesPicture } from './picture'
import { footprint } from './place'
import { STAKE_FORMS, type StakeForm } from './types'

const { stakeholders, genogram } = fileWords('nl', MESSAGES.nl)
const how = { theme: GENOGRAM_THEME, words: stakeholders.words }
const { drawn } = stakeholders.words

const SAID = { nearness: 0.6, influence: 0.7, interest: 0.4 }

function pictureIn(form: StakeForm, question = 'Hoe kan Roos thuis wonen?') {
  const all = caseOf({
    meta: { indexPerson: 'roos', question },
    people: [
      { id: 'roos', name: 'Roos', circle: 'family', gender: 'female', order: 'a0' },
      { id: 'mam', name: 'Mirjam', circle: 'family', gender: 'female', order: 'a1' },
      { id: 'oma', name: 'Oma Bep', circle: 'family', gender: 'female', order: 'a2' },
      { id: 'buur', name: 'Cor', circle: 'network', gender: 'male', order: 'a3' },
    ],
    organisations: [{ id: 'school', name: 'De Kersenpit', kind: 'school' }],
    stakes: [
      { id: 's1', subject: 'mam', ...SAID, stance: 2, strength: 5 },
      { id: 's2', subject: 'school', ...SAID, stance: -1 },
      { id: 's3', subject: 'buur', ...SAID, stance: 0, strength: 1 },
      { id: 's4', subject: 'oma' },
    ],
    relations: [
      { id: 'r1', from: 'mam', to: 'school', type: 'conflict' },
      { id: 'r2', from: 'mam', to: 'oma', type: 'close' },
      { id: 'r3', from: 'mam', to: 'roos', type: 'love' },
    ],
  })
  return stakesPicture(
    stakesOf(all, { form, today: TODAY, locale: 'nl', words: genogram.said }),
    genogram.words,
  )
}

const wordsOf = (form: StakeForm) =>
  textsOf(stakePieces(pictureIn(form), how).flatMap(({ shapes }) => shapes)).map(({ text }) => text)

describe('the drawing of a stakeholder map', () => {
  it.each(STAKE_FORMS)(
    '[STK50] %s: field, lines, symbols and words come in the order of drawing, everybody once',
    (form) => {
      const picture = pictureIn(form)
      const pieces = stakePieces(picture, how)
      const kinds = pieces.map(({ kind }) => STAKE_PIECES.indexOf(kind))
      expect(kinds).toEqual([...kinds].sort((a, b) => a - b))
      const ids = (wanted: string) => pieces.filter(({ kind }) => kind === wanted).map(({ id }) => id)
      expect(ids('ground')).toEqual(['field', 'tray'])
      expect(ids('stake').sort()).toEqual([...(form === 'rings' ? ['roos'] : []), 's1', 's2', 's3', 's4'])
      for (const place of picture.layout.stakes)
        expect(pieces.find(({ id }) => id === place.id)?.box).toEqual(footprint(place))
    },
  )

  it('[STK51] a symbol is that of the geno-sociogram, and is told by name', () => {
    const picture = pictureIn('grid')
    for (const { subject, id } of picture.layout.stakes) {
      const content = picture.people.get(subject)!
      const [drawnGroup] = stakePieces(picture, how)
        .filter((piece) => piece.id === id)
        .flatMap(({ shapes }) => shapes.filter(({ type }) => type === 'group'))
      if (drawnGroup?.type !== 'group') throw new Error('no symbol')
      expect(drawnGroup.title).toBe(content.name)
      const symbol = drawSymbol(content, picture.style, GENOGRAM_THEME, genogram.words)
      expect(drawnGroup.shapes).toEqual(expect.arrayContaining(symbol))
    }
  })

  it('[STK52] lines are drawn between who has a place in the field, not to who stands in the tray', () => {
    const bonds = (form: StakeForm) =>
      stakePieces(pictureIn(form), how)
        .filter(({ kind }) => kind === 'bond')
        .map(({ id }) => id)
    expect(bonds('rings')).toEqual(['r1', 'r3'])
    expect(bonds('grid')).toEqual(['r1'])
  })

  it('[STK53] the field says in words what its places mean: sectors, quadrants, sides, and the question on the middle line', () => {
    const { sector, rings, grid, forces, tray } = drawn
    expect(wordsOf('rings')).toEqual(
      expect.arrayContaining([sector.family, sector.network, sector.system, rings.near, rings.far, tray]),
    )
    expect(wordsOf('rings')).not.toContain(sector.professional)
    expect(wordsOf('grid')).toEqual(
      expect.arrayContaining([
        ...Object.values(grid.quadrant),
        ...Object.values(grid.more),
        ...Object.values(grid.less),
      ]),
    )
    expect(wordsOf('forces')).toEqual(
      expect.arrayContaining(['Hoe kan Roos thuis wonen?', forces.against, forces.for, forces.between]),
    )
    const unasked = stakePieces(pictureIn('forces', ' '), how)
    expect(textsOf(unasked[0]!.shapes).map(({ text }) => text)).toContain(forces.noQuestion)
  })

  it.each(STAKE_FORMS)('[STK54] %s: words of the field stand on nobody and not on each other', (form) => {
    const picture = pictureIn(form)
    const [field] = stakePieces(picture, how)
    const words = textsOf(field!.shapes).map(textBox)
    const taken = picture.layout.stakes.map(footprint)
    words.forEach((box, i) => {
      for (const other of [...taken, ...words.slice(i + 1)]) expect(overlap(box, other)).toBe(false)
    })
  })

  it('[STK55] in the force field somebody’s arrow is part of their piece, dashed while nobody said how strong', () => {
    const pieces = stakePieces(pictureIn('forces'), how)
    const arrowOf = (wanted: string) =>
      pieces.find(({ id }) => id === wanted)!.shapes.filter(({ type }) => type !== 'group')
    expect(arrowOf('s1').map(({ type }) => type)).toEqual(['path'])
    expect(arrowOf('s2')[0]).toMatchObject({ type: 'line', dash: [5, 4] })
    expect(arrowOf('s3')).toEqual([])
  })

  it('[STK56] the legend has the signs that are used, and only those', () => {
    const keys = (form: StakeForm) => stakesLegend(pictureIn(form), how).map(({ key }) => key)
    const symbols = ['gender-male', 'gender-female', 'organisation']
    expect(keys('grid')).toEqual([...symbols, 'relation-conflict'])
    expect(keys('rings')).toEqual([...symbols, 'index', 'relation-love', 'relation-conflict'])
    expect(keys('forces')).toEqual([...symbols, 'relation-conflict', 'force', 'unknown-force'])
  })
})
