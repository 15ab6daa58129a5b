import { build } from 'esbuild'
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PlainNote } from './main'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
/** The page with its board in it: nothing is asked for once its script runs. */
const pageOf = (notes: readonly PlainNote[]) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<link rel="stylesheet" href="/main.css"><title>plain</title></head><body><div id="root"></div>
<script id="notes" type="application/json">${JSON.stringify(notes).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/main.js"></script></body></html>`

/** The canvas library alone on a page, served from this machine, with its own assets. */
export class PlainCanvas {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'rotonde-plain-'))
  readonly #boards = new Map<string, readonly PlainNote[]>()
  readonly #server = createServer(({ url = '/' }, response) => {
    const { pathname, search } = new URL(url, 'http://localhost')
    if (pathname === '/') {
      const notes = this.#boards.get(search.slice(1)) ?? []
      return void response.setHeader('Content-Type', 'text/html').end(pageOf(notes))
    }
    // `normalize` on an absolute path leaves no way up.
    const name = path.posix.normalize(decodeURIComponent(pathname))
    this.#file(
      name.startsWith('/tldraw/') ? path.join('public', name) : path.join(this.#folder, name),
      response,
    )
  })

  /** Bundles as for production, outside the repository, and starts to serve. */
  static async start(): Promise<PlainCanvas> {
    const plain = new PlainCanvas()
    await build({
      entryPoints: { main: 'tests/bench/plain/main.tsx' },
      outdir: plain.#folder,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
    })
    await new Promise<void>((resolve) => plain.#server.listen(0, '127.0.0.1', resolve))
    return plain
  }

  /** Address of a page with these notes. */
  put(board: string, notes: readonly PlainNote[]): string {
    this.#boards.set(board, notes)
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/?${board}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #file(file: string, response: ServerResponse): void {
    if (!existsSync(file)) return void response.writeHead(404).end()
    response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream')
    createReadStream(file).pipe(response)
  }
}
