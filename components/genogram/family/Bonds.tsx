'use client'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { Section } from '@/components/people/Section'
import { BUTTON, FIELD, LABEL } from '@/components/ui/classes'
import { relationsWith } from '@/lib/genogram/relatives'
import { BondChooser } from '../bond/BondChooser'
import { BondRow } from '../bond/BondRow'
import { useCaseNames } from '../useCaseNames'

/** What is between somebody and others, and a way to say more of it. */
export function Bonds({ of }: { of: string }) {
  const t = useTranslations('genogram.family')
  const all = useCase()
  const { canWrite } = useSession()
  const nameOf = useCaseNames()
  const id = useId()
  const [to, setTo] = useState('')
  const [choosing, setChoosing] = useState(false)
  const bonds = relationsWith(all, of)
  const others = [...all.people, ...all.organisations].filter((one) => one.id !== of)
  if (bonds.length === 0 && !canWrite) return null
  return (
    <div>
      <Section title={t('bonds')} {...(bonds.length === 0 && { text: t('noBonds') })}>
        {bonds.map((bond) => (
          <BondRow key={bond.id} bond={bond} />
        ))}
      </Section>
      {canWrite && others.length > 0 && (
        <div className="mt-2">
          <label htmlFor={id} className={LABEL}>
            {t('bondWith')}
          </label>
          <div className="mt-1 flex gap-2">
            <select
              id={id}
              className={`min-h-10 min-w-0 ${FIELD}`}
              value={to}
              onChange={({ target }) => setTo(target.value)}
            >
              <option value="">{t('choose')}</option>
              {others.map((one) => (
                <option key={one.id} value={one.id}>
                  {nameOf(one.id)}
                </option>
              ))}
            </select>
            <button type="button" className={BUTTON} disabled={to === ''} onClick={() => setChoosing(true)}>
              {t('drawBond')}
            </button>
          </div>
        </div>
      )}
      {choosing && (
        <BondChooser
          from={of}
          to={to}
          onDone={(made) => {
            setChoosing(false)
            if (made !== null) setTo('')
          }}
        />
      )}
    </div>
  )
}
