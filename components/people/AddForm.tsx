'use client'
import { useEffect, useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { BUTTON, FIELD, LABEL, PRIMARY } from '@/components/ui/classes'

interface Props {
  title: string
  /** Said under the name while it reads like this. */
  hint: (name: string) => string
  /** Adds what was filled in under this name. */
  onSave: (name: string) => void
  onCancel: () => void
  /** What can be said besides the name. */
  children: ReactNode
}

/** A small form for somebody or something new: a name, and whatever else is known. */
export function AddForm({ title, hint, onSave, onCancel, children }: Props) {
  const t = useTranslations('people.add')
  const id = useId()
  const [name, setName] = useState('')
  const [wanting, setWanting] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const missing = wanting && !name.trim()
  return (
    <form
      aria-label={title}
      data-escape
      className="flex flex-col gap-3 rounded-card border border-line bg-paper p-3"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onCancel()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        setWanting(true)
        if (name.trim()) onSave(name)
        else field.current?.focus()
      }}
    >
      <div>
        <label htmlFor={id} className={LABEL}>
          {t('name')}
        </label>
        <input
          ref={field}
          id={id}
          className={`mt-1 min-h-10 ${FIELD}`}
          value={name}
          maxLength={200}
          autoComplete="off"
          aria-invalid={missing}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setName(target.value)}
        />
        <p
          id={`${id}-hint`}
          role="status"
          className={`mt-1 text-s empty:hidden ${missing ? 'text-danger' : 'text-ink-soft'}`}
        >
          {missing ? t('needName') : hint(name)}
        </p>
      </div>
      {children}
      <div className="grid grid-cols-2 gap-2">
        <button type="button" className={BUTTON} onClick={onCancel}>
          {t('cancel')}
        </button>
        <button type="submit" className={PRIMARY}>
          {t('save')}
        </button>
      </div>
    </form>
  )
}
