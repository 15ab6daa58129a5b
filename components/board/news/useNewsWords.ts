'use client'
import { useTranslations } from 'use-intl'
import { useNameOf } from '../names'
import type { NewsItem } from './newsFeed'

/** So many hands and deeds are said one by one; the rest is counted. */
const SAID_APART = 3

export interface NewsWords {
  /** "Fatima voegde “Scheiding” (2019) toe". */
  one: (item: NewsItem) => string
  /** What came in a while as one message: by hand and deed, several alike counted. */
  many: (items: readonly NewsItem[]) => string
}

/** News as sentences in the language of the page. */
export function useNewsWords(): NewsWords {
  const t = useTranslations('board.news')
  const nameOf = useNameOf()
  const who = ({ name, by }: NewsItem) => name ?? (by === null ? null : nameOf(by)) ?? t('someone')
  const thing = (items: readonly NewsItem[]): string => {
    const [first] = items
    if (!first) return ''
    if (items.length === 1 && first.label)
      return first.date
        ? t('dated', { label: first.label, date: first.date })
        : t('named', { label: first.label })
    const alike = items.every(({ kind }) => kind === first.kind)
    return t(`kind.${alike ? first.kind : 'mixed'}`, { count: items.length })
  }
  const say = (items: readonly NewsItem[]): string => {
    const [first] = items
    if (!first) return ''
    const what = thing(items)
    return first.own ? t(`own.${first.own}`, { what }) : t(`did.${first.what}`, { who: who(first), what })
  }
  const many = (items: readonly NewsItem[]): string => {
    const groups = new Map<string, NewsItem[]>()
    for (const item of latestOf(items)) {
      const hand = `${item.own} ${item.what} ${who(item)}`
      groups.set(hand, [...(groups.get(hand) ?? []), item])
    }
    const all = [...groups.values()]
    const rest = all.slice(SAID_APART).flat().length
    const said = all.slice(0, SAID_APART).map(say)
    return [...said, ...(rest > 0 ? [t('more', { count: rest })] : [])].join('. ')
  }
  return { one: (item) => say([item]), many }
}

/** Of each record and deed the latest: letter after letter is one change. */
function latestOf(items: readonly NewsItem[]): NewsItem[] {
  return [
    ...new Map(items.map((item) => [`${item.kind} ${item.id} ${item.what} ${item.own}`, item])).values(),
  ]
}
