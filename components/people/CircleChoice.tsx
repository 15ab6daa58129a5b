'use client'
import { useTranslations } from 'use-intl'
import { Choice } from '@/components/ui/Choice'
import { Circle } from '@/lib/case/schema'
import type { CircleName } from '@/lib/case/schema'
import { CircleIcon } from './CircleMark'

interface Props {
  label: string
  value: CircleName | null
  onChange: (circle: CircleName) => void
}

/** Where a person or an organisation belongs. */
export function CircleChoice(props: Props) {
  const t = useTranslations('people.circle')
  const options = Circle.options.map((circle) => ({
    value: circle,
    label: t(circle),
    icon: <CircleIcon circle={circle} />,
  }))
  return <Choice options={options} {...props} />
}
