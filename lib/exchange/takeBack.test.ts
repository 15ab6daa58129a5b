import { expect, it } from 'vitest'
import { binBrought } from '@/lib/case/commands/bin'
import { readCase } from '@/lib/case/doc'
import { DrawingOrigin, TypingOrigin } from '@/lib/case/origins'
import { actor, newCase } from '@/lib/case/test-kit'
import { SessionUndo } from '@/lib/case/undo'
import { seedExample } from './example/seed'
import { importGedcom } from './gedcom/apply'
import { bigTree, readText } from './gedcom/test-kit'

it('[GED27] what came from a file goes into the bin in one step, what was there stays, and undo brings it back', () => {
  const doc = newCase()
  seedExample(doc, 'nl', actor('server'))
  const ann = { ...actor('ann'), now: 5_000 }
  const before = readCase(doc)
  const file = readText(bigTree(40))
  // The same file by somebody else, and by her at another time: not what she takes back.
  importGedcom(doc, { ...actor('bo'), now: 5_000 }, file)
  const others = readCase(doc)
  importGedcom(doc, ann, file)
  const all = readCase(doc)
  expect(all.people).toHaveLength(others.people.length + 40)
  const undo = new SessionUndo({ actor: 'ann', typing: new TypingOrigin(), drawing: new DrawingOrigin() })
  undo.add(doc)
  const count = binBrought(doc, { ...actor('ann'), now: 9_000 }, { by: 'ann', at: 5_000 })
  expect(count).toBeGreaterThan(40)
  expect(readCase(doc)).toEqual(others)
  expect(readCase(doc).people.length).toBeGreaterThan(before.people.length)
  expect(binBrought(doc, actor('ann'), { by: 'ann', at: 5_000 })).toBe(0)
  undo.undo()
  expect(readCase(doc)).toEqual(all)
})
