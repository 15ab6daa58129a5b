'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCase, useReservedDoc, useReservedParts } from '@/components/board/session'
import { WhoMaySee } from '@/components/reserved/WhoMaySee'
import type { SensitiveMark } from '@/components/reserved/WhoMaySee'
import { SaidDateField } from '@/components/timeline/SaidDateField'
import { Choice } from '@/components/ui/Choice'
import { KeptField } from '@/components/ui/KeptField'
import { PickField } from '@/components/ui/PickField'
import { setBirthGender, setDeath, setGender, setKind, setMarks, setPlace } from '@/lib/case/commands/person'
import { setReservedMarks } from '@/lib/case/reserved/commands'
import { partKey } from '@/lib/case/reserved/withReserved'
import { type CasePerson, MarkState, Person } from '@/lib/case/schema'
import { Fold } from './Fold'
import { OnTimeline } from './OnTimeline'
import { useAct } from './useAct'

const GENDERS = ['female', 'male', 'nonbinary', 'unknown'] as const

/** Who somebody is in the picture: man or woman, alive or not, where they live; the rest behind a button. */
export function PersonFacts({ person }: { person: CasePerson }) {
  const t = useTranslations('genogram')
  const act = useAct()
  const { id, name } = person
  return (
    <>
      <Choice
        label={t('make.gender')}
        options={GENDERS.map((value) => ({ value, label: t(`make.genders.${value}`) }))}
        value={person.gender}
        onChange={(gender) => act((doc, actor) => setGender(doc, actor, { id, gender }))}
      />
      <Death person={person} />
      <KeptField
        label={t('family.place')}
        placeholder={t('family.placePlaceholder')}
        value={person.place}
        onKeep={(place) => act((doc, actor) => setPlace(doc, actor, { id, place }))}
      />
      <Fold label={t('family.more')}>
        <PickField
          label={t('family.kind')}
          options={Person.shape.kind.unwrap().options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={person.kind}
          onChange={(kind) => act((doc, actor) => setKind(doc, actor, { id, kind }))}
        />
        <OnTimeline fact={{ kind: 'birth', id }} title={t('family.bornTitle', { name })} />
        <Marks person={person} />
      </Fold>
    </>
  )
}

function Death({ person: { id, name, death } }: { person: CasePerson }) {
  const t = useTranslations('genogram.family')
  const d = useTranslations('dates')
  const act = useAct()
  return (
    <div>
      <button
        type="button"
        aria-pressed={death !== null}
        className={`inline-flex min-h-10 items-center rounded-lg border px-3 text-m ${
          death ? 'border-accent bg-accent-soft font-bold text-accent-strong' : 'border-line text-ink'
        }`}
        onClick={() =>
          act((doc, actor) =>
            setDeath(doc, actor, { id, death: death ? null : { date: null, originalText: '' } }),
          )
        }
      >
        {t('deceased')}
      </button>
      {death && (
        <div className="mt-2">
          <SaidDateField
            label={t('diedWhen')}
            placeholder={t('diedPlaceholder')}
            examples={d('examplesBirth')}
            said={death}
            onKeep={({ date, originalText }) =>
              act((doc, actor) => setDeath(doc, actor, { id, death: { date, originalText } }))
            }
          />
          <OnTimeline fact={{ kind: 'death', id }} title={t('diedTitle', { name })} />
        </div>
      )}
    </div>
  )
}

type Marked = Omit<Parameters<typeof setMarks>[2], 'id'>

const MIGRATED = ['none', 'one', 'several'] as const

/** What can stand at a symbol. Health and addiction only where the group chose to show them. */
function Marks({ person }: { person: CasePerson }) {
  const t = useTranslations('genogram')
  const act = useAct()
  const shown = useCase().views.find(({ id }) => id === 'genogram')?.marks ?? false
  const { id } = person
  const parts = useReservedParts()
  const reserved = useReservedDoc()
  const [asked, setAsked] = useState<SensitiveMark | null>(null)
  const set = (marks: Marked) => act((doc, actor) => setMarks(doc, actor, { id, ...marks }))
  /** A mark is said where it was said before; of a new one its author is asked who may see it. */
  const setSensitive = (what: 'illness' | 'addiction' | 'secret', value: CasePerson['illness'] | boolean) => {
    const marks = { [what]: value }
    if (reserved && parts.fields.get(partKey('people', id))?.includes(what))
      return act((_open, actor) =>
        setReservedMarks(reserved, actor, { person: id, marks: { [what]: value || undefined } }),
      )
    if (!value || parts.records.has(partKey('people', id))) return set(marks)
    setAsked({ openly: () => set(marks), reserved: { kind: 'marks', person: id, marks } })
  }
  return (
    <>
      <WhoMaySee mark={asked} onDone={() => setAsked(null)} />
      <PickField
        label={t('family.birthGender')}
        options={[
          { value: '', label: t('make.notSaid') },
          ...(['female', 'male', 'unknown'] as const).map((value) => ({
            value,
            label: t(`make.genders.${value}`),
          })),
        ]}
        value={person.birthGender ?? ''}
        onChange={(value) =>
          act((doc, actor) => setBirthGender(doc, actor, { id, birthGender: value === '' ? null : value }))
        }
      />
      <PickField
        label={t('family.migrated')}
        options={MIGRATED.map((value) => ({ value, label: t(`family.migratedAs.${value}`) }))}
        value={person.migrated}
        onChange={(migrated) => set({ migrated })}
      />
      <PickField
        label={t('family.secret')}
        options={[
          { value: 'no', label: t('family.no') },
          { value: 'yes', label: t('family.yes') },
        ]}
        value={person.secret ? 'yes' : 'no'}
        onChange={(value) => setSensitive('secret', value === 'yes')}
      />
      {shown &&
        (['illness', 'addiction'] as const).map((what) => (
          <PickField
            key={what}
            label={t(`family.${what}`)}
            options={[
              { value: '', label: t('make.notSaid') },
              ...MarkState.options.map((value) => ({ value, label: t(`mark.${what}.${value}`) })),
            ]}
            value={person[what] ?? ''}
            onChange={(value) => setSensitive(what, value === '' ? null : value)}
          />
        ))}
    </>
  )
}
