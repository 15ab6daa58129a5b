'use client'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { today, useCase } from '@/components/board/session'
import { Section } from '@/components/people/Section'
import { siblingsOf } from '@/lib/genogram/relatives'
import { AddButtons } from './AddButtons'
import { Bonds } from './Bonds'
import { Households } from './Households'
import { Children, Parents } from './ParentsAndChildren'
import { Partners } from './Partners'
import { PersonRow } from './PersonRow'
import { PlaceInPicture } from './PlaceInPicture'

/** Somebody's family, homes and bonds on their card; each opens, and can be added to and changed. */
export function FamilySection({ of }: { of: string }) {
  const t = useTranslations('genogram.family')
  const id = useId()
  const siblings = siblingsOf(useCase(), of, today())
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 border-t border-line pt-4">
      <h3 id={id} className="text-l font-bold">
        {t('title')}
      </h3>
      <AddButtons of={of} />
      <Partners of={of} />
      <Children of={of} title={t('children')} />
      <Parents of={of} />
      {siblings.length > 0 && (
        <Section title={t('siblings')}>
          {siblings.map(({ person, half }) => (
            <PersonRow key={person} id={person} words={half ? t('half') : ''} />
          ))}
        </Section>
      )}
      <Households of={of} />
      <Bonds of={of} />
      <PlaceInPicture of={of} />
    </section>
  )
}
