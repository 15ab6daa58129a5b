import { headers } from 'next/headers'
import type { z } from 'zod'
import { ADDRESS_HEADER } from '@/lib/access/headers'
import { mayChange } from '@/lib/access/origin'
import { isProblem, Problem, PROBLEMS, type ProblemCode } from '@/lib/access/problem'
import { services, type Caller, type Principal } from '@/server/services'
import { translator } from './i18n'
import { currentPrincipal } from './session'

/** Largest body of words (JSON or a form) that a route reads, in bytes. */
const MAX_TEXT_BYTES = 16 * 1024

/**
 * A route with the rules that hold for all: what changes something comes from our own pages, and every
 * refusal is `{error: {code, message}}` in the reader's language.
 */
export function route<Context>(answer: (request: Request, context: Context) => Promise<Response>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      if (request.method !== 'GET') requireOrigin(request)
      return await answer(request, context)
    } catch (error) {
      return jsonError(error)
    }
  }
}

/** The answer for a refusal; what is no refusal is a failure of ours and says nothing about its cause. */
async function jsonError(error: unknown): Promise<Response> {
  const t = await translator('errors')
  if (isProblem(error)) {
    const { code } = error
    return Response.json({ error: { code, message: t(code) } }, { status: PROBLEMS[code] })
  }
  // Where it happened, but not its message: that can hold what people wrote.
  const stack = error instanceof Error ? error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) : []
  console.error('a route failed', error instanceof Error ? error.name : typeof error, stack?.slice(0, 6))
  return Response.json({ error: { code: 'failed', message: t('failed') } }, { status: 500 })
}

function requireOrigin(request: Request): void {
  const source = {
    origin: request.headers.get('origin'),
    fetchSite: request.headers.get('sec-fetch-site'),
  }
  if (!mayChange(source, services().publicUrl)) throw new Problem('foreign-origin')
}

/** The client's address as our own server saw it. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get(ADDRESS_HEADER) ?? 'unknown'
}

/** Who is asking, if anybody is known. */
export async function caller(): Promise<Caller> {
  return { principal: await currentPrincipal(), address: await clientAddress() }
}

/** Who is asking, or the refusal `no-session`. */
export async function requirePrincipal(): Promise<Principal> {
  const principal = await currentPrincipal()
  if (!principal) throw new Problem('no-session')
  return principal
}

/**
 * The body of a request, at most `maxBytes`; never more is kept in memory, whatever its length header says.
 */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new Problem('too-large')
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body)
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > maxBytes) throw new Problem('too-large')
      chunks.push(chunk)
    }
  return Buffer.concat(chunks)
}

/** The JSON body of a request, as `schema` reads it; anything else is refused as `bad-input`. */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.infer<S>> {
  const parsed = schema.safeParse(parseJson(await readText(request, 'application/json')))
  if (!parsed.success)
    throw new Problem('bad-input', parsed.error.issues.map((issue) => issue.path.join('.')).join(', '))
  return parsed.data
}

/** The body of a form that a page of ours sends in the background, as text. */
export function readForm(request: Request): Promise<string> {
  return readText(request, 'application/x-www-form-urlencoded')
}

async function readText(request: Request, type: string): Promise<string> {
  const given = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (given !== type) throw new Problem('bad-input', `not ${type}`)
  return new TextDecoder().decode(await readBytes(request, MAX_TEXT_BYTES))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('bad-input', 'not JSON')
  }
}

/** What a service gives, or the code of its refusal, for pages that show it in words. */
export async function orProblem<T>(asked: Promise<T>): Promise<T | { problem: ProblemCode }> {
  try {
    return await asked
  } catch (error) {
    if (isProblem(error)) return { problem: error.code }
    throw error
  }
}
