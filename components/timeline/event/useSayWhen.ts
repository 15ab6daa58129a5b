'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { when } from '@/lib/i18n/when'

/** When something was done, in words: "vandaag om 14:02", "21 november". */
export function useSayWhen(): (at: number) => string {
  const t = useTranslations('common')
  const { locale } = useSession()
  const [opened] = useState(() => Date.now())
  return (at) => {
    const said = when(at, opened, locale, new Intl.DateTimeFormat().resolvedOptions().timeZone)
    return said.day === 'other' ? said.text : t(said.day, { time: said.time })
  }
}
