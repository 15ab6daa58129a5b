'use client'
import { Camera, ImagePlus } from 'lucide-react'
import { useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { BUTTON, FIELD, QUIET } from '@/components/ui/classes'
import { SharedText } from '@/components/ui/SharedText'
import { useToast } from '@/components/ui/Toasts'
import { setPicture } from '@/lib/case/commands/picture'
import { textOf } from '@/lib/case/doc'
import type { CaseEvent } from '@/lib/case/schema'
import { PICTURE_TYPES } from '@/lib/pictures/sniff'
import { PictureView } from './PictureView'
import type { useUpload } from './useUpload'

type Uploading = ReturnType<typeof useUpload>

/** The picture or page of a moment: bringing one, saying what is on it, taking it away. */
export function PictureField({ event, uploading }: { event: CaseEvent; uploading: Uploading }) {
  const t = useTranslations('event.picture')
  return (
    <section aria-label={t('label')}>
      {event.asset !== null && <Shown event={event} asset={event.asset} />}
      {uploading.upload.state === 'idle' ? (
        event.asset === null && <Bring onFile={uploading.send} />
      ) : (
        <Progress {...uploading} />
      )}
    </section>
  )
}

function Shown({ event, asset }: { event: CaseEvent; asset: string }) {
  const t = useTranslations('event.picture')
  const { doc, actor, feed } = useSession()
  const toast = useToast()
  const id = useId()
  const alt = textOf(doc, 'events', event.id, 'assetText')
  const set = (to: string | null) => {
    setPicture(doc, actor(), { id: event.id, asset: to })
    feed.flush()
  }
  return (
    <div className="flex flex-col gap-2">
      <PictureView event={event} asset={asset} />
      {alt && (
        <div>
          <p id={id} className="text-s text-ink-soft">
            {t('alt')}
          </p>
          <SharedText
            single
            text={alt}
            record={event.id}
            field="assetText"
            labelledBy={id}
            placeholder={t('altPlaceholder')}
            max={1_000}
            className={FIELD}
          />
        </div>
      )}
      <button
        type="button"
        className={`-ml-3 self-start ${QUIET}`}
        onClick={() => {
          set(null)
          toast(t('removed'), { label: t('undo'), run: () => set(asset) })
        }}
      >
        {t('remove')}
      </button>
    </div>
  )
}

/** Choosing a file; on a device that is held in the hand also its camera. */
function Bring({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('event.picture')
  const file = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const input = { type: 'file', accept: PICTURE_TYPES, hidden: true } as const
  const choose = ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? []
    // So that the same file can be chosen again.
    target.value = ''
    if (chosen) onFile(chosen)
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <button type="button" className={BUTTON} title={t('hint')} onClick={() => file.current?.click()}>
          <ImagePlus size={16} aria-hidden="true" />
          {t('add')}
        </button>
        <button
          type="button"
          className={`hidden! pointer-coarse:inline-flex! ${BUTTON}`}
          onClick={() => camera.current?.click()}
        >
          <Camera size={16} aria-hidden="true" />
          {t('camera')}
        </button>
      </div>
      <input ref={file} {...input} data-picture="file" onChange={choose} />
      <input ref={camera} {...input} capture="environment" data-picture="camera" onChange={choose} />
    </>
  )
}

function Progress({ upload, send, stop, forget }: Uploading) {
  const t = useTranslations('event.picture')
  if (upload.state === 'idle') return null
  if (upload.state === 'sending')
    return (
      <div className="flex items-center gap-3">
        <progress
          className="h-2 min-w-0 flex-1 accent-accent"
          value={upload.part}
          aria-label={t('sending')}
        />
        <button type="button" className={QUIET} onClick={stop}>
          {t('cancel')}
        </button>
      </div>
    )
  return (
    <div
      role="alert"
      className="mt-2 flex flex-col gap-2 rounded-card border border-danger bg-danger-soft p-3"
    >
      <p className="text-m">{upload.words}</p>
      <div className="flex flex-wrap gap-2">
        {upload.state === 'failed' && (
          <button type="button" className={BUTTON} onClick={() => send(upload.file)}>
            {t('retry')}
          </button>
        )}
        <button type="button" className={BUTTON} onClick={forget}>
          {t('forget')}
        </button>
      </div>
    </div>
  )
}
