'use client'
import { useCallback, useState } from 'react'
import { createShapeId } from 'tldraw'
import type { Editor, VecLike } from 'tldraw'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { problemOf, sendPicture } from '@/components/timeline/event/upload'
import { useToast } from '@/components/ui/Toasts'
import type { PictureShape } from './pictureShape'

/** The longest side of a picture that has just been laid down, and what the next one lies away from it. Page units. */
const LONGEST = 400
const ASIDE = 40

/** A picture on its way: which part of it has left, 0 to 1, and what calls it and those after it off. */
export interface Sending {
  part: number
  stop: () => void
}

/** Sends pictures to the board's store, and lays each on the canvas when it is there; what is none is said in words. */
export function useBringPictures(): {
  bring: (editor: Editor, files: readonly File[], at?: VecLike) => Promise<void>
  sending: Sending | null
} {
  const { boardId, unwritten } = useSession()
  const toast = useToast()
  const t = useTranslations('event.picture')
  const [sending, setSending] = useState<Sending | null>(null)
  const bring = useCallback(
    async (editor: Editor, files: readonly File[], at?: VecLike) => {
      const { x, y } = at ?? editor.getViewportPageBounds().center
      let stopped = false
      for (const [i, file] of files.entries()) {
        if (stopped) return
        const problem = await problemOf(file)
        if (problem) {
          toast(t(problem))
          continue
        }
        const size = await sizeOf(file)
        const request = sendPicture(boardId, file, (part) => setSending({ part, stop }))
        const stop = () => {
          stopped = true
          request.stop()
        }
        setSending({ part: 0, stop })
        unwritten.set(file, true)
        const answer = await request.sent
        unwritten.set(file, false)
        setSending(null)
        if (answer.end === 'failed') toast(answer.words ?? t(navigator.onLine ? 'failed' : 'offline'))
        if (answer.end !== 'kept') continue
        const id = createShapeId()
        editor.markHistoryStoppingPoint('picture')
        editor.createShapes<PictureShape>([
          {
            id,
            type: 'picture',
            x: x - size.w / 2 + i * ASIDE,
            y: y - size.h / 2 + i * ASIDE,
            props: { ...size, picture: answer.id },
          },
        ])
        if (editor.getShape(id)) editor.select(id)
        toast(t('onBoardNow'))
      }
    },
    [boardId, unwritten, toast, t],
  )
  return { bring, sending }
}

/** As it will lie there, upright. What the browser cannot read, the server says what is wrong with. */
async function sizeOf(file: File): Promise<{ w: number; h: number }> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return { w: LONGEST, h: LONGEST }
  const { width, height } = picture
  picture.close()
  const scale = Math.min(1, LONGEST / Math.max(width, height))
  return { w: Math.max(1, width * scale), h: Math.max(1, height * scale) }
}
