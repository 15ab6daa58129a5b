'use client'
import { useId, useState } from 'react'
import { useUnwritten } from '@/components/board/session'
import { FIELD, LABEL } from './classes'

interface Props {
  label: string
  value: string
  placeholder?: string
  onKeep: (value: string) => void
}

/** A line of text that is kept when the field is left, or at Enter. */
export function KeptField({ label, value, placeholder, onKeep }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  useUnwritten(typed !== null && typed.trim() !== value)
  const keep = () => {
    if (typed !== null && typed.trim() !== value) onKeep(typed.trim())
    setTyped(null)
  }
  return (
    <div>
      <label htmlFor={id} className={LABEL}>
        {label}
      </label>
      <input
        id={id}
        className={`mt-1 min-h-10 ${FIELD}`}
        value={typed ?? value}
        maxLength={200}
        placeholder={placeholder}
        autoComplete="off"
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onKeyDown={({ key }) => key === 'Enter' && keep()}
      />
    </div>
  )
}
