'use client'
import { useTranslations } from 'use-intl'
import { useNameOf } from '@/components/board/names'
import { useCase, useSession } from '@/components/board/session'
import { Choice } from '@/components/ui/Choice'
import { PickField } from '@/components/ui/PickField'
import { setCircleShown, setGenogramStyle } from '@/lib/case/commands/genogramView'
import { styleOf } from '@/lib/genogram/styleOf'
import { useAct } from './family/useAct'
import { useCaseNames } from './useCaseNames'
import { useGenogramView } from './view'

const CIRCLES = ['family', 'network', 'professional'] as const

/** Who is shown and how it is drawn, for everybody; whose view it is, on this screen. */
export function BarSettings() {
  const t = useTranslations('genogram.bar')
  const { people, relations, views } = useCase()
  const { canWrite } = useSession()
  const { ego, setEgo, accordingTo, setAccordingTo } = useGenogramView()
  const nameOf = useCaseNames()
  const act = useAct()
  const view = views.find(({ id }) => id === 'genogram')
  const { profile, cross, innerGender } = styleOf(views)
  const sayers = [...new Set(relations.flatMap(({ accordingTo: by }) => by?.person ?? by?.principal ?? []))]
  const memberOf = useNameOf()
  return (
    <>
      <fieldset disabled={!canWrite}>
        <legend className="mb-1 text-m font-bold">{t('circles')}</legend>
        {CIRCLES.map((circle) => (
          <Check
            key={circle}
            label={t(`circle.${circle}`)}
            checked={!view?.hiddenCircles.includes(circle)}
            onChange={(shown) => act((doc, actor) => setCircleShown(doc, actor, { circle, shown }))}
          />
        ))}
      </fieldset>
      <PickField
        label={t('ego')}
        options={[
          { value: '', label: t('noEgo') },
          ...people
            .filter(({ kind }) => kind === 'person')
            .map(({ id }) => ({ value: id, label: nameOf(id) })),
        ]}
        value={ego ?? ''}
        onChange={(value) => setEgo(value || null)}
      />
      {sayers.length > 0 && (
        <PickField
          label={t('accordingTo')}
          options={[
            { value: '', label: t('everybody') },
            ...sayers.map((id) => ({ value: id, label: memberOf(id) ?? nameOf(id) })),
          ]}
          value={accordingTo ?? ''}
          onChange={(value) => setAccordingTo(value || null)}
        />
      )}
      <Choice
        columns={1}
        label={t('profile')}
        disabled={!canWrite}
        options={(['mcgoldrick', 'genopro'] as const).map((value) => ({
          value,
          label: t(`profiles.${value}`),
        }))}
        value={profile}
        onChange={(next) => act((doc, actor) => setGenogramStyle(doc, actor, { profile: next }))}
      />
      <Choice
        label={t('cross')}
        disabled={!canWrite}
        options={(['beside', 'over'] as const).map((value) => ({ value, label: t(`crosses.${value}`) }))}
        value={cross}
        onChange={(next) => act((doc, actor) => setGenogramStyle(doc, actor, { cross: next }))}
      />
      <fieldset disabled={!canWrite}>
        <Check
          label={t('innerGender')}
          checked={innerGender}
          onChange={(next) => act((doc, actor) => setGenogramStyle(doc, actor, { innerGender: next }))}
        />
      </fieldset>
      <fieldset disabled={!canWrite}>
        <legend className="mb-1 text-m font-bold">{t('health')}</legend>
        <Check
          label={t('marks')}
          checked={view?.marks ?? false}
          onChange={(marks) => act((doc, actor) => setGenogramStyle(doc, actor, { marks }))}
        />
        <p className="text-s text-ink-soft">{t('marksWhy')}</p>
      </fieldset>
      <p className="text-s text-ink-soft">{t(canWrite ? 'shared' : 'readOnly')}</p>
    </>
  )
}

function Check({
  label,
  checked,
  onChange,
}: {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <label className="flex min-h-10 cursor-pointer items-center gap-3 text-m">
      <input
        type="checkbox"
        className="size-5 shrink-0 accent-accent"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  )
}
