'use client'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import type { Merge, MergePlan } from '@/lib/case/mergePlan'
import type { Case, CasePerson, CircleName } from '@/lib/case/schema'
import { sayDate } from '@/lib/dates/say'

/** Fields that a note can say; what is sensitive is never written out into another place. */
const SAID = ['birth', 'death', 'place', 'organisation', 'circle', 'gender', 'kind'] as const

/** What was said of the one that goes and has no place with the one that stays, in sentences; "" when all has. */
export function useMergeNote(): (all: Case, merge: Merge, plan: MergePlan) => string {
  const t = useTranslations('people.merge.said')
  const tp = useTranslations('people')
  const tg = useTranslations('genogram.make.genders')
  const { locale } = useSession()
  return (all, { kind, from, into }, { differing, selves }) => {
    const records: readonly { id: string; name: string }[] = all[kind]
    const [gone = '', kept = ''] = [from, into].map(
      (id) => records.find((one) => one.id === id)?.name.trim() ?? '',
    )
    const wordsOf = (field: string, value: unknown): string => {
      if (typeof value === 'string') {
        if (field === 'organisation') return all.organisations.find(({ id }) => id === value)?.name ?? ''
        if (field === 'circle') return tp(`circle.${value as CircleName}`)
        if (field === 'gender') return tg(value as CasePerson['gender'])
        return field === 'kind' && kind === 'people' ? '' : value
      }
      const said = value as { date: string | null; originalText: string }
      return said.originalText || (said.date === null ? '' : sayDate(said.date, locale))
    }
    const lines = SAID.flatMap((field) => {
      const other = differing.find((one) => one.field === field)
      const value = other ? wordsOf(field, other.value).trim() : ''
      return value === '' ? [] : [t(field, { value })]
    })
    const notes = selves.flatMap(({ id }) => all.relations.find((line) => line.id === id)?.note.trim() || [])
    return [
      ...(gone !== '' && gone !== kept ? [t('name', { value: gone })] : []),
      ...lines,
      ...notes.map((value) => t('line', { value })),
    ].join('\n')
  }
}
