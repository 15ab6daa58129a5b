import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { docOf, mergeUnits, unitsOf, type DocNode } from './flatDoc'
import { newSharedDoc, readSharedDoc, writeSharedDoc } from './sharedDoc'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '🙂', ' '), minLength: 1, maxLength: 6 })
const marks = fc.constantFrom(
  undefined,
  [{ type: 'bold' }],
  [{ type: 'bold' }, { type: 'italic' }],
  [{ type: 'link', attrs: { href: 'https://example.nl', target: null } }],
)
const piece: fc.Arbitrary<DocNode> = fc.oneof(
  fc
    .record({ text: letters, marks })
    .map(({ text, marks }) => ({ type: 'text', text, ...(marks && { marks }) })),
  fc.constant({ type: 'hardBreak' }),
)
const inline = fc.array(piece, { maxLength: 4 }).map((pieces) =>
  // Pieces of the same look behind each other are one: so the editor has them.
  pieces.reduce<DocNode[]>((all, one) => {
    const last = all.at(-1)
    const same = last?.text !== undefined && one.text !== undefined
    if (same && JSON.stringify(last.marks) === JSON.stringify(one.marks))
      return [...all.slice(0, -1), { ...last, text: `${last.text}${one.text}` }]
    return [...all, one]
  }, []),
)
const withContent = (node: DocNode, content: DocNode[]): DocNode =>
  content.length > 0 ? { ...node, content } : node
const paragraph = inline.map((content) => withContent({ type: 'paragraph', attrs: { dir: 'auto' } }, content))
const heading = inline.map((content) => withContent({ type: 'heading', attrs: { level: 2 } }, content))
const { list } = fc.letrec<{ list: DocNode; item: DocNode }>((tie) => ({
  item: fc
    .tuple(paragraph, fc.array(fc.oneof({ depthSize: 'small' }, paragraph, tie('list')), { maxLength: 2 }))
    .map(([first, more]) => ({ type: 'listItem', content: [first, ...more] })),
  list: fc
    .tuple(
      fc.constantFrom('bulletList', 'orderedList'),
      fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    )
    .map(([type, content]) => ({ type, content })),
}))
const doc: fc.Arbitrary<DocNode> = fc
  .array(fc.oneof(paragraph, heading, list), { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'doc', content }))

const plain = (text: string): DocNode => ({
  type: 'doc',
  content: text
    .split('\n')
    .map((line) => withContent({ type: 'paragraph' }, line ? [{ type: 'text', text: line }] : [])),
})
const textOf = (node: DocNode): string =>
  (node.text ?? '') + (node.content ?? []).map(textOf).join(node.type === 'doc' ? '\n' : '')

function shared(node: DocNode): Y.Text {
  const ydoc = new Y.Doc()
  ydoc.getMap('shapes').set('words', newSharedDoc(node))
  return ydoc.getMap('shapes').get('words') as Y.Text
}

describe('drawn text that is shared', () => {
  it('[WRD1] as letters and back it is the same text, lists and marks included', () => {
    fc.assert(
      fc.property(doc, (node) => {
        expect(docOf(unitsOf(node))).toEqual(node)
        expect(readSharedDoc(shared(node))).toEqual(node)
      }),
    )
  })

  it('[WRD2] from any text to any other, only what differs is written', () => {
    fc.assert(
      fc.property(doc, doc, (before, after) => {
        const text = shared(before)
        writeSharedDoc(text, after)
        expect(readSharedDoc(text)).toEqual(after)
      }),
    )
    const text = shared(plain('een twee drie'))
    const updates: Uint8Array[] = []
    text.doc!.on('update', (update: Uint8Array) => updates.push(update))
    text.doc!.transact(() => writeSharedDoc(text, plain('een twee of drie')))
    expect(updates.map(({ length }) => length)).toEqual([expect.any(Number)])
    expect(updates[0]!.length).toBeLessThan(60)
    text.doc!.transact(() => writeSharedDoc(text, plain('een twee of drie')))
    expect(updates).toHaveLength(1)
  })

  it('[WRD3] what is typed here and not told yet is typed into what others typed meanwhile', () => {
    const merge = (base: string, ours: string, theirs: string) =>
      textOf(docOf(mergeUnits(unitsOf(plain(base)), unitsOf(plain(ours)), unitsOf(plain(theirs)))))
    expect(merge('oma', 'oma is ziek', 'lieve oma')).toBe('lieve oma is ziek')
    expect(merge('oma', 'de oma', 'oma Hetty')).toBe('de oma Hetty')
    // What others typed within what is taken away stays: nobody has taken that away.
    expect(merge('oma is ziek', 'oma is', 'oma is heel ziek')).toBe('oma isheel ')
    expect(merge('een\ntwee', 'een!\ntwee', 'een\ntwee!')).toBe('een!\ntwee!')
    expect(merge('', 'a', 'b')).toMatch(/^(ab|ba)$/)
  })

  it('[WRD4] what a broken program wrote into it is still a text', () => {
    const text = shared(plain('oma'))
    text.insert(1, 'x', { block: 'no json', bold: 'nor this' })
    text.insertEmbed(0, { picture: 'https://elsewhere.example' })
    text.insert(3, '\n', { block: '{"nodes":[]}' })
    expect(textOf(readSharedDoc(text))).toBe('ox\nma')
    text.delete(0, text.length)
    expect(readSharedDoc(text)).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  })
})
