'use client'
import { useId } from 'react'
import { useSession } from '@/components/board/session'
import { FIELD, LABEL } from '@/components/ui/classes'
import { SharedText } from '@/components/ui/SharedText'
import { textOf } from '@/lib/case/doc'

interface Props {
  kind: 'people' | 'organisations' | 'stakes'
  id: string
  field: 'name' | 'role'
  label: string
  placeholder: string
  className?: string
}

/** A shared line of text of a person, an organisation or their place in the field, with its label. */
export function TextOf({ kind, id, field, label, placeholder, className = '' }: Props) {
  const { doc } = useSession()
  const labelId = useId()
  const text = textOf(doc, kind, id, field)
  return (
    <div>
      <p id={labelId} className={`mb-1 ${LABEL}`}>
        {label}
      </p>
      {text && (
        <SharedText
          single
          text={text}
          record={id}
          field={field}
          labelledBy={labelId}
          placeholder={placeholder}
          max={200}
          className={`${FIELD} ${className}`}
        />
      )}
    </div>
  )
}
