'use client'
import { useCallback } from 'react'
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

/** Sends pictures to the board's store, and lays each on the canvas when it is there; what is none is said in words. */
export function useBringPictures(): (editor: Editor, files: readonly File[], at?: VecLike) => Promise<void> {
  const { boardId, unwritten } = useSession()
  const toast = useToast()
  const t = useTranslations('event.picture')
  return useCallback(
    async (editor, files, at) => {
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
        const { sent, stop } = sendPicture(boardId, file, () => {})
        toast(t('sending'), {
          label: t('cancel'),
          run: () => {
            stopped = true
            stop()
          },
        })
        unwritten.set(file, true)
        const answer = await sent.finally(() => unwritten.set(file, false))
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
