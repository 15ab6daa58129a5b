'use client'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { BUTTON, PRIMARY } from '@/components/ui/classes'
import { Dialog } from '@/components/ui/dialog'
import { FormError } from '@/components/ui/field'
import { useFocusHome } from '@/components/ui/useFocusHome'

interface Props {
  title: string
  text?: string
  save: string
  /** What is missing or cannot be, in words; null when it is done. */
  onSave: () => string | null | Promise<string | null>
  onCancel: () => void
  children: ReactNode
}

/** A small form over the page, with its two buttons within reach however long it is. */
export function KinForm({ title, text, save, onSave, onCancel, children }: Props) {
  const t = useTranslations('genogram.make')
  const [problem, setProblem] = useState<string | null>(null)
  useFocusHome()
  return (
    <Dialog open onOpenChange={onCancel} title={title} {...(text ? { text } : {})}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          // A form that stands in another by the order of React, not of the page, is not meant.
          event.stopPropagation()
          void Promise.resolve(onSave()).then(setProblem)
        }}
      >
        {children}
        <FormError message={problem} />
        <div className="sticky -bottom-5 -mx-5 -mb-5 grid grid-cols-2 gap-2 border-t border-line bg-surface px-5 py-3 sm:-bottom-6 sm:-mx-6 sm:-mb-6 sm:px-6">
          <button type="button" className={BUTTON} onClick={onCancel}>
            {t('cancel')}
          </button>
          <button type="submit" className={PRIMARY}>
            {save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
