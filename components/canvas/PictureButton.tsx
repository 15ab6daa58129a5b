'use client'
import { ImagePlus } from 'lucide-react'
import { useRef } from 'react'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { PICTURE_TYPES } from '@/lib/pictures/sniff'
import { commandsOf } from './commands'
import { RailButton } from './RailButton'

/** Chooses pictures from this device to lay on the canvas. */
export function PictureButton({ editor }: { editor: Editor }) {
  const t = useTranslations('canvas.tools')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <RailButton icon={ImagePlus} label={t('picture')} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept={PICTURE_TYPES}
        multiple
        hidden
        data-picture="canvas"
        onChange={({ target }) => {
          const files = Array.from(target.files ?? [])
          // So that the same file can be chosen again.
          target.value = ''
          if (files.length > 0) commandsOf(editor)?.bringPictures(files)
        }}
      />
    </>
  )
}
