'use client'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { usePeople } from '@/components/people/place'
import { Dialog } from '@/components/ui/dialog'
import { LABEL } from '@/components/ui/classes'
import { useFocus } from '../focus'
import { useHere } from '../presence'
import { useCase, useSession } from '../session'
import { ALOUD, setAloud, useAloud } from './aloud'
import type { NewsItem } from './newsFeed'
import { useNews } from './useNews'
import { useNewsWords } from './useNewsWords'

/** Who is here now, and what others changed since this screen opened the board. */
export function HereDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('board')
  const { me } = useSession()
  const here = useHere()
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('news.title')}>
      <h3 className={LABEL}>{t('news.here')}</h3>
      <ul className="mt-1 mb-4 flex flex-wrap gap-x-4 gap-y-1">
        {here.map(({ id, name, color }) => (
          <li key={id} className="flex items-center gap-2 [overflow-wrap:anywhere]">
            <span aria-hidden="true" className="size-3 rounded-full" style={{ background: color }} />
            {id === me.id ? `${name} (${t('you')})` : name}
          </li>
        ))}
      </ul>
      <h3 className={LABEL}>{t('news.changed')}</h3>
      {open && <NewsList onGo={() => onOpenChange(false)} />}
      <AloudField />
    </Dialog>
  )
}

function NewsList({ onGo }: { onGo: () => void }) {
  const t = useTranslations('board.news')
  const news = useNews()
  const words = useNewsWords()
  const { locale } = useSession()
  const goTo = useGoTo(onGo)
  if (news.length === 0) return <p className="mt-1 text-m text-ink-soft">{t('none')}</p>
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  return (
    <ol className="mt-1 flex flex-col">
      {news.map((item) => {
        const go = goTo(item)
        const text = words.one(item)
        return (
          <li
            key={item.key}
            className="flex items-baseline gap-3 border-b border-line py-1.5 text-m last:border-b-0"
          >
            <time
              className="shrink-0 text-s text-ink-soft tabular-nums"
              dateTime={new Date(item.atMs).toISOString()}
            >
              {time.format(item.atMs)}
            </time>
            {go ? (
              <button
                type="button"
                className="py-0.5 text-left underline [overflow-wrap:anywhere]"
                onClick={go}
              >
                {text}
              </button>
            ) : (
              <span className="py-0.5 [overflow-wrap:anywhere]">{text}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Opens what a piece of news is about, while it stands in the case and has a panel of its own. */
function useGoTo(onGo: () => void): (item: NewsItem) => (() => void) | null {
  const focus = useFocus()
  const people = usePeople()
  const caseData = useCase()
  return ({ kind, id }) => {
    if (kind !== 'events' && kind !== 'people' && kind !== 'organisations') return null
    if (!caseData[kind].some((record) => record.id === id)) return null
    return () => {
      onGo()
      if (kind === 'events') focus.open(id)
      else people.go({ kind, id })
    }
  }
}

function AloudField() {
  const t = useTranslations('board.news.aloud')
  const aloud = useAloud()
  const name = useId()
  return (
    <fieldset className="mt-5 border-t border-line pt-4">
      <legend className="float-left mb-1 w-full font-bold">{t('label')}</legend>
      <p className="text-s text-ink-soft">{t('text')}</p>
      {ALOUD.map((value) => (
        <label key={value} className="flex min-h-9 items-center gap-2 text-m">
          <input
            type="radio"
            name={name}
            className="size-5 accent-accent"
            checked={aloud === value}
            onChange={() => setAloud(value)}
          />
          {t(value)}
        </label>
      ))}
    </fieldset>
  )
}
