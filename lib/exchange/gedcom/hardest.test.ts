import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readCase } from '@/lib/case/doc'
import { actor, newCase } from '@/lib/case/test-kit'
import { pictureOf } from '@/lib/genogram/case-kit'
import { layoutGenogram } from '@/lib/genogram/layout/layout'
import { faultsOf } from '@/lib/genogram/layout/test-checks'
import { importGedcom } from './apply'
import { readBytes } from './test-kit'

it('[GL8] [GL10] the hardest family of docs/genogram-check.md keeps every rule, with two crossings', () => {
  const file = readBytes(readFileSync('tests/fixtures/gedcom/hardest-family.ged'))
  const doc = newCase()
  expect(importGedcom(doc, actor('ann'), file)).toMatchObject({ people: 13, partnerships: 5, households: 2 })
  const { input } = pictureOf(readCase(doc))
  const layout = layoutGenogram(input)
  expect(faultsOf(input, layout)).toEqual([])
  expect(layout.contradictions).toEqual([])
  expect(layout.crossings).toBeLessThanOrEqual(2)
})
