'use client'
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { BUTTON } from '@/components/ui/classes'
import type { Towards } from '@/lib/genogram/nearestTowards'
import { letGo, stepPerson } from '../hands'
import { useCaseNames } from '../useCaseNames'
import { useSaid } from '../useSaid'
import { Fold } from './Fold'

const WAYS: Readonly<Record<Towards, typeof ArrowLeft>> = {
  left: ArrowLeft,
  right: ArrowRight,
  up: ArrowUp,
  down: ArrowDown,
}

/** Where somebody stands in the geno-sociogram, for who does not drag: a step each way, or where the view says. */
export function PlaceInPicture({ of }: { of: string }) {
  const t = useTranslations('genogram.family.spot')
  const session = useSession()
  const { pins } = useCase()
  const name = useCaseNames()(of)
  const said = useSaid()
  const [done, setDone] = useState('')
  const isHeld = pins.some(({ view, record }) => view === 'genogram' && record === of)
  if (!session.canWrite) return null
  const step = async (towards: Towards) => {
    // Laying out a family is not needed to read a card.
    const { placeOf } = await import('@/lib/genogram/placeOf')
    const place = placeOf(session.feed.get(), of, said)
    if (place) stepPerson(session, { id: of, ...place }, towards)
    setDone(place ? t(`moved.${towards}`, { name }) : t('hidden', { name }))
  }
  return (
    <Fold label={t('title')}>
      <p className="text-m text-ink-soft">{t(isHeld ? 'held' : 'free')}</p>
      <div role="group" aria-label={t('move')} className="flex flex-wrap gap-2">
        {(Object.keys(WAYS) as Towards[]).map((towards) => {
          const Icon = WAYS[towards]
          return (
            <button
              key={towards}
              type="button"
              className={`px-3! ${BUTTON}`}
              onClick={() => void step(towards)}
            >
              <Icon size={16} aria-hidden="true" />
              {t(towards)}
            </button>
          )
        })}
      </div>
      <button
        type="button"
        aria-disabled={!isHeld}
        className={`self-start aria-disabled:opacity-50 ${BUTTON}`}
        onClick={() => {
          if (!isHeld) return
          letGo(session, of)
          setDone(t('letGone', { name }))
        }}
      >
        {t('letGo')}
      </button>
      <p role="status" className="text-s text-ink-soft">
        {done}
      </p>
    </Fold>
  )
}
