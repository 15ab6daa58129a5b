'use client'

import { FileUp } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import { useTranslations } from 'use-intl'

/** A place for one file: chosen with a button or the keyboard, or dropped on it. */
export function FileDrop({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const t = useTranslations('boards.import')
  const [over, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && !busy) onFile(file)
  }

  return (
    <label
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={
        'grid cursor-pointer justify-items-center gap-1 rounded-card border border-dashed px-4 py-10 text-center ' +
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ' +
        (over ? 'border-accent bg-accent-soft' : 'border-edge bg-paper hover:border-accent')
      }
    >
      <FileUp size={28} aria-hidden className="text-accent" />
      <span className="font-semibold text-accent">{busy ? t('reading') : t('choose')}</span>
      <span className="text-s text-ink-soft">{t('drop')}</span>
      <input
        type="file"
        accept=".csv,.tsv,.txt,.ged,text/csv,text/plain"
        disabled={busy}
        className="sr-only"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          // The same file, mended and chosen again, has to count as a new choice.
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </label>
  )
}
