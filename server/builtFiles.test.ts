import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compressFiles } from '../scripts/tasks/compress.mjs'
import { builtFiles } from './builtFiles'

const dir = mkdtempSync(join(tmpdir(), 'built-'))
const script = 'console.log(1);'.repeat(200)
const server = createServer()
let port = 0

beforeAll(async () => {
  mkdirSync(join(dir, '.build/next/static/chunks'), { recursive: true })
  writeFileSync(join(dir, '.build/next/static/chunks/a.js'), script)
  writeFileSync(join(dir, '.build/next/secret.js'), script)
  await compressFiles(join(dir, '.build/next/static'))
  const built = builtFiles(dir)
  server.on('request', (request, response) => {
    if (!built(request, response)) response.writeHead(418).end(request.url)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
  rmSync(dir, { recursive: true })
})

/** As it is asked: a browser's `fetch` would tidy the path and unpack the answer. */
function get(path: string, accept = '', method = 'GET') {
  return new Promise<{ status: number; encoding: string; cache: string; body: Buffer }>((resolve, reject) => {
    const headers = { 'accept-encoding': accept }
    ask({ port, path, method, headers, host: '127.0.0.1' }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          encoding: response.headers['content-encoding'] ?? '',
          cache: response.headers['cache-control'] ?? '',
          body: Buffer.concat(parts),
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

it('[WEB30] scripts leave as the build compressed them, in the way that the browser takes, for a year', async () => {
  const path = '/_next/static/chunks/a.js'
  const [br, gz, plain] = [await get(path, 'gzip, br'), await get(path, 'gzip'), await get(path)]
  expect([br.encoding, gz.encoding, plain.encoding]).toEqual(['br', 'gzip', ''])
  expect(brotliDecompressSync(br.body).toString()).toBe(script)
  expect(gunzipSync(gz.body).toString()).toBe(script)
  expect(plain.body.toString()).toBe(script)
  expect(br.body.length).toBeLessThan(script.length / 4)
  expect(br.cache).toBe('public,max-age=31536000,immutable')
})

it('[WEB31] nothing outside the folder of scripts is answered from it, and the address is passed on untouched', async () => {
  for (const path of [
    '/_next/static/../secret.js',
    '/_next/static/%2e%2e/secret.js',
    '/_next/static/chunks/none.js?a=1',
    '/boards/x',
  ]) {
    const { status, body } = await get(path)
    expect([path, status, body.toString()]).toEqual([path, 418, path])
  }
  expect((await get('/_next/static/chunks/a.js', '', 'POST')).status).toBe(418)
})
