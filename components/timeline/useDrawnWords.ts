'use client'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { ProjectionWords } from './project'

/** Words of what is drawn, in the language of the page. */
export function useDrawnWords(): ProjectionWords {
  const t = useTranslations('timeline')
  return useMemo(
    () => ({
      now: t('now'),
      dock: t('dock'),
      proposal: t('drawn.proposal'),
      nothing: (years) => t('drawn.nothing', { years }),
      cluster: (count, kinds) =>
        t('drawn.cluster', { count, kinds: kinds.map((kind) => t(`kind.${kind}`)).join(', ') }),
    }),
    [t],
  )
}
