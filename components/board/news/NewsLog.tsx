'use client'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLatest } from '@/components/ui/useLatest'
import { isAloud, useAloud } from './aloud'
import type { NewsItem } from './newsFeed'
import { useNewsFeed } from './useNews'
import { useNewsWords } from './useNewsWords'

/** What came within this time is one message: fifty changes in ten seconds are at most five. Milliseconds. */
const BATCH_MS = 2_500
/** Messages that stay in the log. */
const KEPT = 5

/**
 * Says to a screen reader what others do, politely and in batches. The region is there from the beginning: one that
 * comes together with its text is not read.
 */
export function NewsLog() {
  const t = useTranslations('board.news')
  const feed = useNewsFeed()
  const aloud = useAloud()
  const words = useNewsWords()
  const latest = useLatest({ aloud, words })
  const [messages, setMessages] = useState<readonly { key: number; text: string }[]>([])

  useEffect(() => {
    let waiting: NewsItem[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const say = () => {
      timer = undefined
      const text = latest.current.words.many(waiting)
      const key = waiting.at(-1)?.key ?? 0
      waiting = []
      setMessages((all) => [...all, { key, text }].slice(-KEPT))
    }
    const stop = feed.subscribe((came) => {
      const heard = came.filter((item) => isAloud(item, latest.current.aloud))
      if (heard.length === 0) return
      waiting.push(...heard)
      timer ??= setTimeout(say, BATCH_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [feed, latest])

  return (
    <div role="log" aria-live="polite" aria-label={t('log')} className="sr-only">
      {messages.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  )
}
