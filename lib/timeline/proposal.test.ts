import { expect, it } from 'vitest'
import { textWidth } from '@/lib/text/widths'
import { readCase } from '@/lib/case/doc'
import { addEvent } from '@/lib/case/commands/events'
import { setTake } from '@/lib/case/commands/takes'
import { EventKind } from '@/lib/case/schema'
import { actor, newCase } from '@/lib/case/test-kit'
import { cardText } from './cardText'
import { timelineContent } from './fromCase'
import { CARD_W } from './metrics'
import type { ContentWords } from './types'

const kinds = Object.fromEntries(EventKind.options.map((kind) => [kind, kind])) as ContentWords['kinds']
const words = { kinds: { ...kinds, roundabout: 'rotonde' }, undated: 'datum onbekend', proposed: 'voorstel' }

it('[EV13] a roundabout that is still a proposal says so on its card, also where its kind has no room', () => {
  const doc = newCase()
  const ann = actor('ann')
  const when = { side: 'family', title: 'Naar tante?', kind: 'roundabout' } as const
  addEvent(doc, ann, { ...when, date: '2016', originalText: '2016' })
  addEvent(doc, ann, { ...when, date: '2021-09-12', originalText: '' })
  addEvent(doc, ann, { ...when, kind: 'decision', date: '2016', originalText: '2016' })
  setTake(doc, ann, { eventId: 'ann-1', author: 'ann', fields: { text: '' } })
  const content = timelineContent(readCase(doc), 'nl', words)
  const small = (id: string) => cardText(content.get(id)!).small
  expect(['ann-1', 'ann-2', 'ann-3'].map(small)).toEqual([
    'rotonde, voorstel · 2016',
    'voorstel · 12 sep 2021',
    'decision · 2016',
  ])
  expect(textWidth(small('ann-2'), 12, 'regular')).toBeLessThan(CARD_W)
  expect(content.get('ann-2')?.kindText).toBe('rotonde, voorstel')
  // A reaction without words is none yet.
  expect(content.get('ann-1')?.takes).toBe(0)
})
