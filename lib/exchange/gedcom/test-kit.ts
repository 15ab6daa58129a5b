import { readGedcom } from './read'
import { MOMENT_TAGS, type MomentWords } from './types'

/** What the tests of family files share. */

const WORDS = Object.fromEntries(MOMENT_TAGS.map((tag) => [tag, tag.toLowerCase()])) as MomentWords

/** 2024-10-04. */
const TODAY = 20_000

export const readBytes = (bytes: Uint8Array) => readGedcom(bytes, { today: TODAY, words: WORDS })
export const readText = (text: string) => readBytes(new TextEncoder().encode(text))

/** A file of 5.5.1 with these lines between head and end. */
export const tree = (lines: string, version = '5.5.1') =>
  readText(`0 HEAD\n1 GEDC\n2 VERS ${version}\n1 CHAR UTF-8\n${lines.trim()}\n0 TRLR\n`)

/** People in rows of couples, each with two children who marry on: `count` people, five lines or more for each. */
export function bigTree(count: number): string {
  const lines = ['0 HEAD', '1 GEDC', '2 VERS 5.5.1', '1 CHAR UTF-8']
  for (let i = 1; i <= count; i++) {
    lines.push(`0 @I${i}@ INDI`, `1 NAME Voornaam${i} /van Dam ${i % 50}/`, `1 SEX ${i % 2 ? 'M' : 'F'}`)
    lines.push('1 BIRT', `2 DATE ${(i % 28) + 1} MAR ${1700 + (i % 300)}`, '2 PLAC Utrecht')
    if (i % 3 === 0) lines.push('1 DEAT', `2 DATE ABT ${1780 + (i % 200)}`)
  }
  // A couple of i and i + 1 has the children 2i and 2i + 1: everybody but the oldest has parents.
  for (let i = 1; 2 * i + 1 <= count; i += 2) {
    lines.push(
      `0 @F${i}@ FAM`,
      `1 HUSB @I${i}@`,
      `1 WIFE @I${i + 1}@`,
      '1 MARR',
      `2 DATE ${1720 + (i % 280)}`,
    )
    for (const child of [2 * i, 2 * i + 1]) if (child > i + 1) lines.push(`1 CHIL @I${child}@`)
  }
  return `${lines.join('\n')}\n0 TRLR\n`
}
