'use client'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import type { Genogram } from '@/lib/genogram/fromCase'
import { parentageTypeOf } from '@/lib/genogram/lines/unionForms'

/** What a person is in words, for who hears the picture: "Fenna, 15 jaar, om wie het gaat; dochter van Rianne en Ruben". */
export function usePersonWords({
  people,
  input,
}: Pick<Genogram, 'people' | 'input'>): (id: string) => string {
  const t = useTranslations('genogram.canvas.said')
  const tp = useTranslations('genogram.parentage')
  const tr = useTranslations('reserved')
  const { locale } = useSession()
  return useMemo(() => {
    const lists = new Intl.ListFormat(locale)
    const nameOf = (one: string) => people.get(one)?.name || t('nameless')
    const list = (ids: readonly string[]) => lists.format(ids.map(nameOf))
    const { parentsOf, placesOf, partnersOf } = kinIn(input)
    return (id) => {
      const content = people.get(id)
      if (!content) return ''
      const parents = parentsOf.get(id)
      const partners = partnersOf.get(id) ?? []
      const { name, age, deceased, index, role, kind, gender, type, reserved } = content
      const who = [
        name || t('nameless'),
        type === 'organisation' ? t('organisation') : kind === 'person' ? '' : t(`kind.${kind}`),
        age === '' ? '' : t('age', { age }),
        deceased ? t('deceased') : '',
        role,
        index ? t('index') : '',
        reserved ? tr('sign') : '',
      ]
      const kin = [
        parents ? t(`childOf.${gender}`, { names: list(parents) }) : '',
        ...(placesOf.get(id) ?? []).map(({ type: how, homes }) =>
          t('childWith', { type: tp(parentageTypeOf(how)), names: list(homes) }),
        ),
        partners.length > 0 ? t('partnerOf', { names: list(partners) }) : '',
      ]
      return [who, kin]
        .map((words) => words.filter((word) => word !== '').join(', '))
        .filter((words) => words !== '')
        .join('; ')
    }
  }, [people, input, locale, t, tp, tr])
}

/** Of everybody the couple that they were born to, where else they are a child, and with whom they are or were a couple. */
function kinIn({ unions }: Genogram['input']) {
  const parentsOf = new Map<string, readonly string[]>()
  const placesOf = new Map<string, { type: string; homes: readonly string[] }[]>()
  const partnersOf = new Map<string, string[]>()
  for (const { partners, children } of unions) {
    for (const { child, type } of children) {
      if (type !== 'biological')
        placesOf.set(child, [...(placesOf.get(child) ?? []), { type, homes: partners }])
      else if (!parentsOf.has(child)) parentsOf.set(child, partners)
    }
    const [a, b] = partners
    if (a === undefined || b === undefined) continue
    partnersOf.set(a, [...(partnersOf.get(a) ?? []), b])
    partnersOf.set(b, [...(partnersOf.get(b) ?? []), a])
  }
  return { parentsOf, placesOf, partnersOf }
}
