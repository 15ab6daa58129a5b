'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { today, useCase, useSession } from '@/components/board/session'
import { AddPerson } from '@/components/people/AddPerson'
import { usePeople } from '@/components/people/place'
import { Section } from '@/components/people/Section'
import { BUTTON, PRIMARY } from '@/components/ui/classes'
import { familyGroups } from '@/lib/genogram/familyGroups'
import { useCaseNames } from '../useCaseNames'
import { PersonRow } from './PersonRow'

/** Everybody as a list: couples with their children, then who stands around them. Each opens the same card. */
export function FamilyList() {
  const t = useTranslations('genogram.family')
  const all = useCase()
  const { canWrite } = useSession()
  const { go } = usePeople()
  const nameOf = useCaseNames()
  const [adding, setAdding] = useState(false)
  const { couples, others } = familyGroups(all, today())
  const isEmpty = all.people.length + all.organisations.length === 0
  const done = (row: string | null) => {
    setAdding(false)
    const id = row?.replace(/^people-/u, '')
    if (id) go({ kind: 'people', id })
  }
  return (
    <div className="flex flex-col gap-5">
      {isEmpty && <p className="text-m text-ink-soft">{t(canWrite ? 'empty' : 'emptyRead')}</p>}
      {couples.map(({ id, partners, children }) => (
        <Section key={id} title={titleOf(partners)}>
          {[...partners, ...children].map((one, at) => (
            <PersonRow key={one} id={one} words={at < partners.length ? '' : t('childOf')} />
          ))}
        </Section>
      ))}
      {(['family', 'network', 'professional'] as const).map(
        (circle) =>
          others[circle].length > 0 && (
            <Section key={circle} title={t(`circles.${circle}`)}>
              {others[circle].map((id) => (
                <PersonRow key={id} id={id} />
              ))}
            </Section>
          ),
      )}
      {canWrite &&
        (adding ? (
          <AddPerson onDone={done} />
        ) : (
          <button
            type="button"
            className={`self-start ${isEmpty ? PRIMARY : BUTTON}`}
            onClick={() => setAdding(true)}
          >
            <Plus size={18} aria-hidden="true" />
            {t(isEmpty ? 'first' : 'addOther')}
          </button>
        ))}
    </div>
  )

  function titleOf(partners: readonly string[]): string {
    const [a = '', b] = partners
    return b === undefined ? nameOf(a) : t('and', { a: nameOf(a), b: nameOf(b) })
  }
}
