'use client'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { InItsDocument } from '@/components/reserved/InItsDocument'
import { ReservedSign } from '@/components/reserved/ReservedSign'
import { LABEL } from '@/components/ui/classes'
import { PanelClose } from '@/components/ui/PanelClose'
import { isFocusLost, useEscape, useFocusBack } from '@/components/ui/usePanel'
import { BondFields } from './BondFields'
import { BondReading } from './BondReading'
import { GoneBond } from './GoneBond'
import { useBondSentence } from './useBondWords'

/** One line between two, whole: to change, turn, explain, or take away. Who can only read sees words and no fields. */
export function BondPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('genogram.bond')
  const { canWrite } = useSession()
  const bond = useCase().relations.find((one) => one.id === id)
  const sentenceOf = useBondSentence()
  useFocusBack()
  useEscape(onClose)
  return (
    <aside
      aria-label={t('label')}
      className="rt-panel flex flex-col overflow-y-auto overscroll-contain rounded-card border border-line bg-surface shadow-card"
    >
      <div className="sticky top-0 z-10 flex shrink-0 items-center gap-2 border-b border-line bg-surface py-1 pr-1 pl-4">
        <Title key={id} words={bond ? sentenceOf(bond) : t('label')} />
        <PanelClose label={t('close')} word={t('closeShort')} onClose={onClose} />
      </div>
      {!bond && <GoneBond id={id} />}
      {bond && (
        <InItsDocument kind="relations" id={id}>
          <ReservedSign kind="relations" id={id} />
          {canWrite ? <BondFields key={id} bond={bond} onClose={onClose} /> : <BondReading bond={bond} />}
        </InItsDocument>
      )}
    </aside>
  )
}

function Title({ words }: { words: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  // Whoever works by keyboard goes on in what opened; who clicked on the canvas meanwhile is left there.
  useEffect(() => {
    if (isFocusLost() || document.activeElement?.closest('.rt-panel')) title.current?.focus()
  }, [])
  return (
    <h2 ref={title} tabIndex={-1} className={`${LABEL} min-w-0 outline-none [overflow-wrap:anywhere]`}>
      {words}
    </h2>
  )
}
