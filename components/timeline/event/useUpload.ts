'use client'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession, useUnwritten } from '@/components/board/session'
import { useToast } from '@/components/ui/Toasts'
import { setPicture } from '@/lib/case/commands/picture'
import { problemOf, sendPicture } from './upload'

export type Upload =
  | { state: 'idle' }
  | { state: 'sending'; part: number }
  | { state: 'refused'; words: string }
  /** Not sent, and worth another try: the file is still here. */
  | { state: 'failed'; words: string; file: File }

/** Brings a picture to the moment. It goes on when the panel goes to another moment, and ends where it began. */
export function useUpload(eventId: string) {
  const t = useTranslations('event.picture')
  const { doc, actor, feed, boardId } = useSession()
  const toast = useToast()
  const [upload, setUpload] = useState<Upload>({ state: 'idle' })
  const stop = useRef(() => {})
  useUnwritten(upload.state === 'sending')

  const send = async (file: File) => {
    if (upload.state === 'sending') return
    setUpload({ state: 'sending', part: 0 })
    const problem = await problemOf(file)
    if (problem) return setUpload({ state: 'refused', words: t(problem) })
    const sending = sendPicture(boardId, file, (part) => setUpload({ state: 'sending', part }))
    stop.current = sending.stop
    const sent = await sending.sent
    if (sent.end === 'failed') {
      const words = sent.words ?? t(navigator.onLine ? 'failed' : 'offline')
      return setUpload({ state: 'failed', words, file })
    }
    setUpload({ state: 'idle' })
    if (sent.end === 'stopped') return
    setPicture(doc, actor(), { id: eventId, asset: sent.id })
    feed.flush()
    toast(t('added'))
  }
  return {
    upload,
    send: (file: File) => void send(file),
    stop: () => stop.current(),
    forget: () => setUpload({ state: 'idle' }),
  }
}

/** The first file of a paste or a drop; null when there is none. */
export function fileIn(data: DataTransfer | null): File | null {
  return data?.files[0] ?? null
}
