'use client'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'

/** What somebody, an organisation or a household is called; who has no name yet is said to have none. */
export function useCaseNames(): (id: string) => string {
  const t = useTranslations('people')
  const { people, organisations, households } = useCase()
  const names = new Map([...people, ...organisations, ...households].map(({ id, name }) => [id, name.trim()]))
  return (id) => names.get(id) || t('noName')
}
