'use client'
import { formOf, HEAD_BYTES, isPictureForm, MAX_PICTURE_BYTES } from '@/lib/pictures/sniff'

/** Why a file cannot be sent at all, before anything is sent; null when it can. */
export async function problemOf(file: File): Promise<'heic' | 'pdf' | 'other' | 'tooLarge' | null> {
  const form = formOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()))
  if (!isPictureForm(form)) return form
  return file.size > MAX_PICTURE_BYTES ? 'tooLarge' : null
}

/** How a sending ended. `words`: what the server says, in the language of the page; null when nothing came back. */
export type Sent = { end: 'kept'; id: string } | { end: 'stopped' } | { end: 'failed'; words: string | null }

/**
 * Sends a picture to the board's store; `onProgress` hears the part that has left, 0 to 1. XMLHttpRequest, because
 * `fetch` does not tell how far it is.
 */
export function sendPicture(
  boardId: string,
  file: File,
  onProgress: (part: number) => void,
): { sent: Promise<Sent>; stop: () => void } {
  const request = new XMLHttpRequest()
  const sent = new Promise<Sent>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(answerOf(request))
    request.onerror = () => resolve({ end: 'failed', words: null })
    request.onabort = () => resolve({ end: 'stopped' })
    request.open('POST', `/api/boards/${encodeURIComponent(boardId)}/pictures`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.send(file)
  })
  return { sent, stop: () => request.abort() }
}

function answerOf({ status, responseText }: XMLHttpRequest): Sent {
  const answer = parse(responseText)
  if (status === 201 && typeof answer['id'] === 'string') return { end: 'kept', id: answer['id'] }
  const error = answer['error'] as { message?: unknown } | undefined
  return { end: 'failed', words: typeof error?.message === 'string' ? error.message : null }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
