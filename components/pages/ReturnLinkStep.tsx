'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { buttonClass } from '@/components/ui/button'
import { CopyLink } from './CopyLink'

/** Shown once, right after joining: the link that brings this person back. */
export function ReturnLinkStep(props: { name: string; boardId: string; returnLink: string }) {
  const t = useTranslations('join')
  const heading = useRef<HTMLHeadingElement>(null)
  // The form that had the focus is gone: the reader goes on at what took its place.
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="grid gap-4 border-t border-line pt-4">
      <h2 ref={heading} tabIndex={-1} className="text-l outline-none">
        {t('inTitle', { name: props.name })}
      </h2>
      <div>
        <h3>{t('returnTitle')}</h3>
        <p className="text-ink-soft">{t('returnText')}</p>
      </div>
      <CopyLink label={t('returnLink')} link={props.returnLink} />
      <a href={`/boards/${props.boardId}`} className={buttonClass('primary', 'w-full')}>
        {t('toBoard')}
      </a>
    </div>
  )
}
