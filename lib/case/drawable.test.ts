import { expect, it } from 'vitest'
import { isDrawable } from './drawable'

const text = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }] }
const stroke = { type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }
const ends = { a: { id: 'a', index: 'a1', x: 0, y: 0 }, b: { id: 'b', index: 'a2', x: 9, y: 9 } }

it('[SE25] ink, lines and text as people draw them are drawable', () => {
  for (const good of [
    { type: 'draw', x: 0, props: { segments: [stroke] } },
    { type: 'line', x: -9_999_999, props: { points: ends } },
    { type: 'note', props: { richText: text } },
    { typeName: 'binding', type: 'arrow', props: { terminal: 'end', normalizedAnchor: { x: 0.5, y: 0.5 } } },
  ])
    expect(isDrawable(good), JSON.stringify(good)).toBe(true)
})

it('[SE25] ink without points, lines without ends, and what lies beyond all measure are not', () => {
  for (const bad of [
    { type: 'draw', props: { segments: [] } },
    { type: 'highlight', props: { segments: [stroke, { type: 'free', points: [] }] } },
    { type: 'draw', props: {} },
    { type: 'line', props: { points: {} } },
    { type: 'line', props: { points: { a: ends.a } } },
    { type: 'text', props: { richText: { type: 'doc', content: [{ type: 'iframe' }] } } },
    { type: 'geo', x: 1e308, props: {} },
    { type: 'geo', props: { w: 1e9 } },
    { type: 'draw', props: { segments: [{ type: 'free', points: [{ x: 1e12, y: 0 }] }] } },
  ])
    expect(isDrawable(bad), JSON.stringify(bad)).toBe(false)
})
