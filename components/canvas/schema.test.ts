// @vitest-environment happy-dom
import type { TLRecord } from 'tldraw'
import { expect, it } from 'vitest'
import { base } from './binding/test-kit'
import { createBoardStore } from './schema'

const lay = (picture: string) => {
  const store = createBoardStore()
  store.put([base('shape:1', 'picture', { w: 90, h: 60, picture })])
  return store.has('shape:1' as TLRecord['id'])
}

it('[BN16] what lies on the canvas as a picture is the id of one in the board’s own store, never an address', () => {
  expect(lay('kJ3_x-9')).toBe(true)
  for (const bad of ['', 'https://evil.example/a.png', '//evil.example', '../../api/me', 'a/b', 'a?b', ' '])
    expect(() => lay(bad), bad).toThrow()
})
