'use client'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { today, useCase, useSession } from '@/components/board/session'
import { Section } from '@/components/people/Section'
import { SaidDateField } from '@/components/timeline/SaidDateField'
import { QUIET } from '@/components/ui/classes'
import { FormError } from '@/components/ui/field'
import { PickField } from '@/components/ui/PickField'
import { setParentage } from '@/lib/case/commands/parentages'
import { sayDate } from '@/lib/dates/say'
import { parentageTypeOf } from '@/lib/genogram/lines/unionForms'
import { childrenOf, parentsOf, type Relative } from '@/lib/genogram/relatives'
import { PARENTAGE_TYPES } from '@/lib/genogram/vocabulary'
import { useState } from 'react'
import { useCaseNames } from '../useCaseNames'
import { Fold } from './Fold'
import { OnTimeline } from './OnTimeline'
import { PersonRow } from './PersonRow'
import { TwinFields } from './TwinFields'
import { useAct, useTakeAway } from './useAct'

/** Somebody's parents, and the places where they lived as a child. */
export function Parents({ of }: { of: string }) {
  const t = useTranslations('genogram.family')
  return <Relatives title={t('parents')} relatives={parentsOf(useCase(), of)} />
}

/** The children of a person or an organisation, by birth. */
export function Children({ of, title }: { of: string; title: string }) {
  return <Relatives title={title} relatives={childrenOf(useCase(), of, today())} />
}

function Relatives({ title, relatives }: { title: string; relatives: readonly Relative[] }) {
  const t = useTranslations('genogram.family')
  const { canWrite } = useSession()
  const nameOf = useCaseNames()
  const wordsOf = useParentageWords()
  if (relatives.length === 0) return null
  const parentages = [...new Map(relatives.map((one) => [one.parentage.id, one])).values()]
  return (
    <div>
      <Section title={title}>
        {relatives.map(({ person, parentage }) => (
          <PersonRow key={`${person}-${parentage.id}`} id={person} words={wordsOf({ person, parentage })} />
        ))}
      </Section>
      {canWrite &&
        parentages.map((one) => (
          <Fold
            key={one.parentage.id}
            label={t('changeLink', {
              names: relatives
                .filter(({ parentage }) => parentage.id === one.parentage.id)
                .map(({ person }) => nameOf(person))
                .join(', '),
            })}
          >
            <ParentageFields relative={one} />
          </Fold>
        ))}
    </div>
  )
}

/** "pleegkind sinds 2018"; nothing for a child by birth. */
function useParentageWords(): (relative: Relative) => string {
  const t = useTranslations('genogram')
  const { locale } = useSession()
  const { parentages } = useCase()
  return ({ parentage: { type, date, originalText, multiple } }) => {
    const isTwin = multiple !== null && parentages.filter((one) => one.multiple === multiple).length > 1
    return [
      type === 'biological' ? '' : t(`parentage.${parentageTypeOf(type)}`),
      date ? sayDate(date, locale) : originalText,
      isTwin ? t('family.twin') : '',
    ]
      .filter((part) => part !== '')
      .join(' ')
  }
}

function ParentageFields({ relative: { parentage } }: { relative: Relative }) {
  const t = useTranslations('genogram')
  const d = useTranslations('dates')
  const act = useAct()
  const takeAway = useTakeAway()
  const nameOf = useCaseNames()
  const [refused, setRefused] = useState(false)
  const { id, child } = parentage
  const type = parentageTypeOf(parentage.type)
  return (
    <>
      <PickField
        label={t('make.how')}
        options={PARENTAGE_TYPES.map((value) => ({ value, label: t(`parentage.${value}`) }))}
        value={type}
        onChange={(next) =>
          setRefused(!act((doc, actor) => setParentage(doc, actor, { id, type: next })) && next !== type)
        }
      />
      <FormError message={refused ? t('family.thirdParent') : null} />
      {type !== 'biological' && (
        <>
          <SaidDateField
            label={t('make.howWhen')}
            placeholder={t('make.periodPlaceholder')}
            examples={d('examples')}
            said={parentage}
            onKeep={({ date, originalText }) =>
              act((doc, actor) => setParentage(doc, actor, { id, date, originalText }))
            }
          />
          <OnTimeline
            fact={{ kind: 'parentage', id }}
            title={t('family.parentageTitle', { name: nameOf(child), type: t(`parentage.${type}`) })}
          />
        </>
      )}
      <TwinFields parentage={parentage} />
      <button
        type="button"
        className={`-ml-3 self-start text-danger! ${QUIET}`}
        onClick={() => takeAway('parentages', id)}
      >
        <Trash2 size={16} aria-hidden="true" />
        {t('family.noChild')}
      </button>
    </>
  )
}
