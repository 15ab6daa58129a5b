'use client'
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { QUIET } from '@/components/ui/classes'

/** What is not needed by everybody, behind a button that says what it is. */
export function Fold({ label, children }: { label: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        className={`-ml-3 whitespace-normal! text-left ${QUIET}`}
        onClick={() => setOpen(!open)}
      >
        <ChevronDown
          size={16}
          aria-hidden="true"
          className={`shrink-0 transition-transform ${open ? 'rotate-180' : ''}`}
        />
        {label}
      </button>
      <div id={id} className={open ? 'mb-2 flex flex-col gap-4 border-l-2 border-line py-2 pl-3' : 'hidden'}>
        {open && children}
      </div>
    </div>
  )
}
