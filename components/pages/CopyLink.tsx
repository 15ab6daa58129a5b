'use client'

import { Check, Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'

/** A link to take along: readable, selectable, and copied with one button. */
export function CopyLink({ label, link }: { label: string; link: string }) {
  const t = useTranslations('common')
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'copied' | 'by-hand'>('idle')

  async function copy() {
    box.current?.select()
    try {
      await navigator.clipboard.writeText(link)
      setState('copied')
    } catch {
      // No clipboard on plain http: the link stands selected.
      setState('by-hand')
    }
  }

  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          ref={box}
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-target w-full min-w-0 truncate rounded-card border border-edge bg-paper px-3 text-m"
        />
        <Button onClick={() => void copy()} className="shrink-0">
          {state === 'copied' ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
          {state === 'copied' ? t('copied') : t('copy')}
        </Button>
      </div>
      <p role="status" className={state === 'by-hand' ? 'text-s text-ink-soft' : 'sr-only'}>
        {state === 'copied' && t('copied')}
        {state === 'by-hand' && t('copyByHand')}
      </p>
    </div>
  )
}
