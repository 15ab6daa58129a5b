import { describe, expect, it } from 'vitest'
import { sources } from './tree'

/** Hosts that the product's sources may name, and why naming them sends nothing there. */
const ALLOWED = new Map([
  ['localhost', 'this machine'],
  ['127.0.0.1', 'this machine'],
  ['0.0.0.0', 'this machine'],
  ['www.w3.org', 'names of XML namespaces'],
  ['nodejs.org', 'told to people whose Node is too old'],
])

/** Names set aside for examples, which belong to nobody. */
const NOWHERE = /(?:^|\.)(?:example|example\.(?:com|org|net)|invalid)$/

const ADDRESS = /\b(?:https?|wss?):\/\/([a-z0-9.-]+)/gi

/** Hosts named in a text that are not allowed. Addresses put together from variables have no host to find. */
function strangeHosts(text: string): string[] {
  return [...text.matchAll(ADDRESS)]
    .map(([, host]) => (host ?? '').replace(/\.$/, ''))
    .filter((host) => host.includes('.') && !ALLOWED.has(host) && !NOWHERE.test(host))
}

const PRODUCT = ['app', 'components', 'lib', 'server', 'public', 'scripts']

describe('nothing leaves the house', () => {
  it('[REPO10] a planted address is found, our own and examples are not', () => {
    expect(strangeHosts("fetch('https://cdn.tldraw.com/x.svg')")).toEqual(['cdn.tldraw.com'])
    expect(strangeHosts("new WebSocket('wss://sync.evil.test/')")).toEqual(['sync.evil.test'])
    expect(strangeHosts('http://localhost:3000 https://rotonde.example.org `http://${host}`')).toEqual([])
    expect(strangeHosts('https://example.org.evil.test')).toEqual(['example.org.evil.test'])
  })

  it('[REPO10] the sources name no host that the product could ask', () => {
    const files = sources(PRODUCT, /\.(?:tsx?|mjs|css|svg|json|html|webmanifest)$/)
    const found = files
      .filter(({ path }) => !/\.(?:test|spec)\.tsx?$/.test(path))
      .flatMap(({ path, text }) => strangeHosts(text).map((host) => `${path}: ${host}`))
    expect(files.length).toBeGreaterThan(10)
    expect(found).toEqual([])
  })
})

describe('words that hide work', () => {
  it('[REPO11] no marks of unfinished work and no switched-off checks in the sources', () => {
    const mark =
      /\b(?:TODO|FIXME|XXX)\b|@ts-(?:ignore|nocheck|expect-error)|\b(?:it|test|describe)\.(?:only|skip)\(/
    const found = sources([...PRODUCT, 'tests'], /\.(?:tsx?|mjs)$/)
      .filter(({ path, text }) => path !== 'tests/repo/sources.test.ts' && mark.test(text))
      .map(({ path }) => path)
    expect(found).toEqual([])
  })
})
