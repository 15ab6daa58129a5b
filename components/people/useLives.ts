'use client'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { type LivingMap, livesOf } from '@/lib/case/lives'

/**
 * In which views something lives, as one sentence for who is about to put it in the bin: "Oma staat op de tijdlijn (3
 * momenten), in de familie en in het krachtenveld." `name`: "" for what is called by what it is.
 */
export function useLives(kind: LivingMap, id: string, name: string): string {
  const t = useTranslations('people.remove')
  const { locale } = useSession()
  const lives = livesOf(useCase(), kind, id)
  const { moments, members, threads, notes, dates } = lives
  const words = [
    kind === 'events' ? t('line') : moments > 0 ? t('moments', { count: moments }) : '',
    lives.genogram ? t('genogram') : '',
    lives.stakeholders ? t('stakeholders') : '',
    members > 0 ? t('members', { count: members }) : '',
    threads > 0 ? t('threads', { count: threads }) : '',
    notes > 0 ? t('notes', { count: notes }) : '',
  ].filter(Boolean)
  const places = new Intl.ListFormat(locale).format(words)
  return [
    places === '' ? t('nowhere') : t('lives', { name: name.trim() || t(`this.${kind}`), places }),
    dates > 0 ? t('dates', { count: dates }) : '',
    places === '' ? '' : t('back'),
  ]
    .filter(Boolean)
    .join(' ')
}
