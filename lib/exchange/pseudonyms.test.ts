import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { insertRecord, readCase } from '@/lib/case/doc'
import { CaseFile } from './caseFile'
import { exportJson } from './json'
import { pseudonymise, replacer, type PseudonymWords } from './pseudonyms'

const words: PseudonymWords = {
  person: (letter) => `Persoon ${letter}`,
  either: (first, second) => `${first} of ${second}`,
  familyName: '[naam]',
}

function board(
  people: readonly { name: string; pseudonym?: string }[],
  more: (doc: Y.Doc) => void = () => {},
) {
  const doc = new Y.Doc()
  insertRecord(doc, 'meta', { id: 'case', schema: 2 })
  people.forEach((person, i) => insertRecord(doc, 'people', { id: `p${i}`, ...person }))
  more(doc)
  return readCase(doc)
}
const said = (text: string, ...people: { name: string; pseudonym?: string }[]) =>
  replacer(board(people), [], words)(text)

describe('pseudonymise', () => {
  it('[XP3] a name becomes its pseudonym, or a letter in a stable order', () => {
    const all = board([{ name: 'Iris Smit', pseudonym: 'Roos' }, { name: 'Bas' }, { name: 'Mo' }])
    expect(pseudonymise(all, [], words).people.map(({ name }) => name)).toEqual([
      'Roos',
      'Persoon A',
      'Persoon B',
    ])
  })

  it('[XP3] in texts a full name, a first name and a family name are replaced as whole words, whatever their capitals', () => {
    const iris = { name: 'Iris Smit', pseudonym: 'Roos' }
    expect(said('IRIS  SMIT, iris’ zus en Iris’s fiets; Irissen bloeien; familie Smit', iris)).toBe(
      'Roos, Roos’ zus en Roos’s fiets; Irissen bloeien; familie [naam]',
    )
    expect(said('İlker en ilker', { name: 'İlker' })).toBe('Persoon A en ilker')
  })

  it('[XP3] a first name that two people share names neither of them', () => {
    expect(said('Jan belde', { name: 'Jan Bos' }, { name: 'Jan Vos' })).toBe('Persoon A of Persoon B belde')
  })

  it('[XP3] months, small words and kinds of events stay what they are', () => {
    expect(said('eind jan 2015 belde Jan', { name: 'Jan' })).toBe('eind jan 2015 belde Persoon A')
    expect(said('oma kwam met oma Riet', { name: 'oma Riet' })).toBe('oma kwam met Persoon A')
    const all = board([{ name: 'Contact' }, { name: 'Family' }], (doc) =>
      insertRecord(doc, 'events', { id: 'e', kind: 'contact', side: 'family', title: 'Contact met Family' }),
    )
    expect(pseudonymise(all, [], words).events[0]).toMatchObject({
      kind: 'contact',
      side: 'family',
      title: 'Persoon A met Persoon B',
    })
  })

  it('[XP4] no name of the case is in its file, and the file can still be read', () => {
    const part = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', 'é', 'ł', 'ş', 'Z', 'Q'),
      minLength: 4,
      maxLength: 9,
    })
    const name = fc.oneof(
      part,
      fc.tuple(part, part).map((both) => both.join(' ')),
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 5, maxLength: 5, selector: (one) => one.toLowerCase() }),
        fc.array(fc.nat(4), { maxLength: 8 }),
        ([one = '', two = '', three = '', told = '', member = ''], order) => {
          const names = [one, two, three, told, member]
          const text = order
            .map((i) => `toen zei ${names[i]}'s buurman, ${names[i]?.toUpperCase()}!`)
            .join(' ')
          const all = board([{ name: one }, { name: two }], (doc) => {
            insertRecord(doc, 'events', {
              id: 'e',
              title: text.slice(0, 300),
              description: text,
              originalText: `toen ${two} 11 was`,
              names: [three],
              toldBy: { person: null, principal: null, name: told },
              takes: { x: { text, now: text, name: member } },
              exits: { a: { text: `naar ${one}` } },
            })
            insertRecord(doc, 'notes', { id: 'n', text })
            insertRecord(doc, 'threads', { id: 't', title: `Lijn van ${one}` })
          })
          const file = exportJson(pseudonymise(all, [member], words))
          expect(CaseFile.safeParse(file).success).toBe(true)
          const json = JSON.stringify(file).toLowerCase()
          for (const each of names) expect(wholeWords(json)).not.toContain(` ${each.toLowerCase()} `)
        },
      ),
    )
  })
})

/** The words of a text, each between single spaces. */
const wholeWords = (text: string) => ` ${text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `
