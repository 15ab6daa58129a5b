'use client'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { sayDate } from '@/lib/dates/say'
import type { DraftPerson, FamilyDraft } from '@/lib/genogram/entry/types'
import { parentageTypeOf, phaseTypeOf } from '@/lib/genogram/lines/unionForms'

/** What a typed line would make, in words; and what of it was not understood. */
export function DraftReading({ draft }: { draft: FamilyDraft }) {
  const t = useTranslations('genogram')
  const { locale } = useSession()
  const list = new Intl.ListFormat(locale)
  const names = new Map(draft.people.map(({ key, name }) => [key, name]))
  const nameOf = (key: string) => names.get(key) ?? ''
  const bornOf = ({ birth }: DraftPerson) =>
    birth ? (birth.edtf ? sayDate(birth.edtf, locale) : birth.originalText) : ''
  const said = [
    ...draft.people.map((person) => {
      const known = person.existing === null ? t('typed.isNew') : t('typed.isKnown')
      return [person.name, bornOf(person), known].filter((part) => part !== '').join(' · ')
    }),
    ...draft.couples.map(({ partners, phases }) =>
      t('typed.couple', {
        names: list.format(partners.map(nameOf)),
        phases: phases
          .map(({ type, when }) =>
            [t(`phase.${phaseTypeOf(type)}`), when.originalText].filter(Boolean).join(' '),
          )
          .join(', '),
      }),
    ),
    ...draft.children.map(({ child, parents, type }) =>
      t('typed.child', {
        child: nameOf(child),
        parents: list.format(parents.map(nameOf)),
        type: t(`parentage.${parentageTypeOf(type)}`),
      }),
    ),
    ...draft.siblings.map(({ of, sibling }) => t('typed.sibling', { a: nameOf(of), b: nameOf(sibling) })),
  ]
  return (
    <div role="status" className="rounded-card border border-line bg-paper p-3 text-m">
      {said.length > 0 && <p className="font-bold">{t('typed.makes')}</p>}
      <ul className="list-disc pl-5">
        {said.map((line, i) => (
          <li key={`${i}-${line}`}>{line}</li>
        ))}
      </ul>
      {draft.unclear.length > 0 && (
        <p className="mt-1 text-ink-soft">{t('typed.unclear', { words: draft.unclear.join(' · ') })}</p>
      )}
    </div>
  )
}
