'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useUnwritten } from '@/components/board/session'
import { BUTTON, FIELD, PRIMARY } from '@/components/ui/classes'

/** One line that says what something is called, for what is made by it. */
export function NameForm(props: { label: string; onName: (name: string) => void; onCancel: () => void }) {
  const { label, onName, onCancel } = props
  const t = useTranslations('looking.form')
  const [name, setName] = useState('')
  useUnwritten(name.trim() !== '')
  return (
    <form
      data-escape
      className="mt-2 flex flex-col gap-2 rounded-card border border-line bg-paper p-3"
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && onCancel()}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) onName(name.trim())
      }}
    >
      <label className="text-m font-bold">
        {label}
        <input
          autoFocus
          className={`mt-1 min-h-10 font-normal ${FIELD}`}
          value={name}
          maxLength={300}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={PRIMARY} disabled={!name.trim()}>
          {t('make')}
        </button>
        <button type="button" className={BUTTON} onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}
