import { MISSING_LETTERS_HEADER } from '@/lib/exchange/options'
import type { ApiCode } from './api'

type FileOutcome =
  | { outcome: 'saved'; name: string; missingLetters: boolean }
  | { outcome: 'stopped' }
  | { outcome: 'wrong'; code: ApiCode; message: string | null }

/** Gets a file from our own server and gives it to the browser to keep. Never throws. */
export async function fetchFile(path: string, signal: AbortSignal): Promise<FileOutcome> {
  try {
    const response = await fetch(path, { signal })
    if (!response.ok) {
      const json: unknown = await response.json().catch(() => null)
      const error = (json as { error?: { code: ApiCode; message: string } } | null)?.error
      return { outcome: 'wrong', code: error?.code ?? 'failed', message: error?.message ?? null }
    }
    const name = nameIn(response.headers.get('content-disposition'))
    const missingLetters = response.headers.has(MISSING_LETTERS_HEADER)
    keep(await response.blob(), name)
    return { outcome: 'saved', name, missingLetters }
  } catch {
    return signal.aborted ? { outcome: 'stopped' } : { outcome: 'wrong', code: 'offline', message: null }
  }
}

/** The name that the server gave the file. */
function nameIn(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded === undefined) return 'rotonde'
  try {
    return decodeURIComponent(encoded)
  } catch {
    return 'rotonde'
  }
}

const KEPT_MS = 60_000

function keep(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // Some browsers read it only later; after a minute the bytes need not stay in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}
