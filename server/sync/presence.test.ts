import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import { expect, it } from 'vitest'
import { colourOf } from '@/lib/access/colours'
import { TestPeer } from '@/tests/support/peers'
import { Presence } from './presence'

const ANN = { id: 'ann', name: 'Ann "de" Vries\\' }
const USER = { ...ANN, color: colourOf('ann') }

/** The only state in a frame of presence. */
function stateIn(frame: Uint8Array): string {
  const input = decoding.createDecoder(frame)
  decoding.readVarUint(input)
  const update = decoding.createDecoder(decoding.readVarUint8Array(input))
  expect(decoding.readVarUint(update)).toBe(1)
  decoding.readVarUint(update)
  decoding.readVarUint(update)
  return decoding.readVarString(update)
}

/** What others get when Ann sends these characters as her state; null: nothing. */
function passedOn(json: string, mayWrite = true): unknown {
  const presence = new Presence()
  const update = [1, 7, 1, ...lengthOf(json), ...Buffer.from(json)]
  presence.receive(new TestPeer(ANN, mayWrite), Uint8Array.from(update))
  const out = presence.takeChanges()
  return out && JSON.parse(stateIn(out.frame))
}

function lengthOf(text: string): number[] {
  const bytes: number[] = []
  let rest = Buffer.byteLength(text)
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return [...bytes, rest]
}

it('[SY47] others get what was said, under the name that the server knows', () => {
  const said = fc.dictionary(
    fc.constantFrom('cursor', 'selection', 'user', 'm', '', '"', '}', 'é', '__proto__'),
    fc.jsonValue({ maxDepth: 2 }),
  )
  const written = fc.tuple(said, fc.constantFrom(0, 1, '\t'), fc.constantFrom('', ' ', '\n\t'))
  fc.assert(
    fc.property(written, ([state, indent, around]) => {
      const json = around + JSON.stringify(state, null, indent) + around
      fc.pre(json.length <= 4_096)
      const got = passedOn(json) as object
      const expected = JSON.parse(JSON.stringify({ ...state, user: USER })) as object
      expect(Object.fromEntries(Object.entries(got))).toEqual(Object.fromEntries(Object.entries(expected)))
    }),
    { numRuns: 400 },
  )
})

it('[SY47] nobody appears under another name, however it is written', () => {
  for (const json of [
    '{"user":{"name":"Bo"}}',
    String.raw`{"\u0075ser":{"name":"Bo"}}`,
    '{"user":1,"user":{"name":"Bo"}}',
    '{"a":1,"user":{"name":"Bo"},"user":null}',
  ])
    expect(passedOn(json)).toMatchObject({ user: USER })
  expect(passedOn(`{"selection":[${'1,'.repeat(500)}1]}`)).toEqual({ selection: [], user: USER })
  expect(passedOn('{"cursor":{"x":1}}', false)).toEqual({ user: USER })
  for (const json of ['{"a":1', '[]', '1', '"x"', 'null', '{"a":1}}', '']) expect(passedOn(json)).toBeNull()
})
