// @vitest-environment happy-dom
import type { TLRecord } from 'tldraw'
import { expect, it } from 'vitest'
import { createBoardStore } from './schema'

const lay = (picture: string) => {
  const store = createBoardStore()
  const shape = {
    id: 'shape:1',
    typeName: 'shape',
    type: 'picture',
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: 'page:free',
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { w: 90, h: 60, picture },
  }
  store.put([shape as unknown as TLRecord])
  return store.has('shape:1' as TLRecord['id'])
}

it('[BN16] what lies on the canvas as a picture is the id of one in the board’s own store, never an address', () => {
  expect(lay('kJ3_x-9')).toBe(true)
  for (const bad of ['', 'https://evil.example/a.png', '//evil.example', '../../api/me', 'a/b', 'a?b', ' '])
    expect(() => lay(bad), bad).toThrow()
})
