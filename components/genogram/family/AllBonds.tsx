'use client'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useSession } from '@/components/board/session'
import { Section } from '@/components/people/Section'
import { BUTTON, FIELD, LABEL } from '@/components/ui/classes'
import { relationsHere } from '@/lib/genogram/relatives'
import { BondChooser } from '../bond/BondChooser'
import { BondRow } from '../bond/BondRow'
import { useCaseNames } from '../useCaseNames'

/** Every line between two as a sentence, which opens; and a way to draw one more. */
export function AllBonds() {
  const t = useTranslations('genogram.family')
  const all = useCase()
  const { canWrite } = useSession()
  const [ends, setEnds] = useState({ from: '', to: '' })
  const [choosing, setChoosing] = useState(false)
  const bonds = relationsHere(all)
  const isTwo = ends.from !== '' && ends.to !== '' && ends.from !== ends.to
  return (
    <>
      <Section title={t('bonds')} {...(bonds.length === 0 && { text: t('noBonds') })}>
        {bonds.map((bond) => (
          <BondRow key={bond.id} bond={bond} />
        ))}
      </Section>
      {canWrite && all.people.length + all.organisations.length > 1 && (
        <div className="flex flex-wrap items-end gap-2">
          {(['from', 'to'] as const).map((end) => (
            <Who
              key={end}
              label={t(`bondEnds.${end}`)}
              without={end === 'to' ? ends.from : ''}
              value={ends[end]}
              onChange={(id) => setEnds({ ...ends, [end]: id })}
            />
          ))}
          <button type="button" className={BUTTON} disabled={!isTwo} onClick={() => setChoosing(true)}>
            {t('drawBond')}
          </button>
        </div>
      )}
      {choosing && (
        <BondChooser
          {...ends}
          onDone={(made) => {
            setChoosing(false)
            if (made !== null) setEnds({ from: '', to: '' })
          }}
        />
      )}
    </>
  )
}

interface WhoProps {
  label: string
  /** Who cannot be chosen. */
  without: string
  value: string
  onChange: (id: string) => void
}

function Who({ label, without, value, onChange }: WhoProps) {
  const t = useTranslations('genogram.family')
  const { people, organisations } = useCase()
  const nameOf = useCaseNames()
  const id = useId()
  return (
    <div className="min-w-0 flex-[1_1_10rem]">
      <label htmlFor={id} className={LABEL}>
        {label}
      </label>
      <select
        id={id}
        className={`mt-1 min-h-10 ${FIELD}`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{t('choose')}</option>
        {[...people, ...organisations]
          .filter((one) => one.id !== without)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(one.id)}
            </option>
          ))}
      </select>
    </div>
  )
}
