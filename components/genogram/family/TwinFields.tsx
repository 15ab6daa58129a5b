'use client'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { Choice } from '@/components/ui/Choice'
import { PickField } from '@/components/ui/PickField'
import { clearMultiple, setMultiple } from '@/lib/case/commands/parentages'
import type { CaseParentage } from '@/lib/case/schema'
import { useCaseNames } from '../useCaseNames'
import { useAct } from './useAct'

/** Who is of the same pregnancy, and whether they are identical. */
export function TwinFields({ parentage }: { parentage: CaseParentage }) {
  const t = useTranslations('genogram.family')
  const act = useAct()
  const nameOf = useCaseNames()
  const { parentages, people } = useCase()
  const { id, child, partnership, parent, multiple } = parentage
  const siblings = parentages.filter(
    (one) =>
      one.child !== child &&
      one.partnership === partnership &&
      one.parent === parent &&
      people.some((person) => person.id === one.child),
  )
  const twins = siblings.filter((one) => multiple !== null && one.multiple === multiple)
  const [first] = twins
  if (siblings.length === 0) return null
  const together = (others: readonly CaseParentage[], identical: boolean | null) =>
    act((doc, actor) =>
      setMultiple(doc, actor, { parentages: [id, ...others.map((one) => one.id)], identical }),
    )
  return (
    <>
      <PickField
        label={t('twinOf')}
        options={[
          { value: '', label: t('noTwin') },
          ...siblings.map((one) => ({ value: one.id, label: nameOf(one.child) })),
        ]}
        value={first?.id ?? ''}
        onChange={(value) => {
          const other = siblings.find((one) => one.id === value)
          if (!other) return void act((doc, actor) => clearMultiple(doc, actor, id))
          const same = siblings.filter((one) => other.multiple !== null && one.multiple === other.multiple)
          together(same.length > 0 ? same : [other], other.identical)
        }}
      />
      {first && (
        <Choice
          columns={1}
          label={t('identical')}
          options={[
            { value: 'yes', label: t('identicalAs.yes') },
            { value: 'no', label: t('identicalAs.no') },
            { value: 'unknown', label: t('identicalAs.unknown') },
          ]}
          value={first.identical === null ? 'unknown' : first.identical ? 'yes' : 'no'}
          onChange={(value) => together(twins, value === 'unknown' ? null : value === 'yes')}
        />
      )}
    </>
  )
}
