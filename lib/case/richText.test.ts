import { expect, it } from 'vitest'
import { isDrawableText } from './richText'

const doc = (...content: unknown[]) => ({ type: 'doc', content })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', attrs: { dir: 'auto' }, content })
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks })
const link = (attrs: object) => text('Klik', { type: 'link', attrs })

it('[SE24] what the text tool of the canvas makes is drawable', () => {
  for (const good of [
    doc(),
    doc({ type: 'paragraph' }),
    doc(paragraph(text('a', { type: 'bold' }, { type: 'highlight' }), { type: 'hardBreak' })),
    doc({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('a'))] }] }),
    doc({ type: 'heading', attrs: { level: 2 }, content: [text('a')] }),
    doc(paragraph(link({ href: 'https://a.example', target: '_blank', class: null }))),
  ])
    expect(isDrawableText(good), JSON.stringify(good)).toBe(true)
})

it('[SE24] text with anything else in it is not', () => {
  let deep: unknown = paragraph(text('a'))
  for (let i = 0; i < 20; i++) deep = { type: 'bulletList', content: [deep] }
  for (const bad of [
    null,
    'text',
    { type: 'doc' },
    { type: 'paragraph', content: [] },
    doc({ type: 'image', attrs: { src: 'https://evil.example/x.png' } }),
    doc(paragraph({ type: 'iframe' })),
    doc(paragraph({ type: 'constructor' })),
    doc(paragraph(text(''))),
    doc(paragraph({ type: 'text', text: 1 })),
    doc({ type: 'paragraph', content: {} }),
    doc(paragraph({ type: 'text', text: 'a', marks: {} })),
    doc(paragraph(text('a', { type: 'textStyle' }))),
    doc(paragraph(link({ href: 'javascript:alert(1)' }))),
    doc(paragraph(link({ href: 'https://a.example', class: 'fixed inset-0' }))),
    doc(paragraph(link({}))),
    doc(deep),
  ])
    expect(isDrawableText(bad), JSON.stringify(bad)).toBe(false)
})
