'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { useMessages, useTranslations } from 'use-intl'
import { Choice } from '@/components/ui/Choice'
import { FIELD, LABEL, QUIET } from '@/components/ui/classes'
import { findRelations } from '@/lib/genogram/findRelations'
import { EVERYDAY_RELATIONS, RELATION_TYPES, type RelationType } from '@/lib/genogram/vocabulary'
import { BondSign } from './BondSign'

interface Props {
  value: RelationType | null
  onChange: (type: RelationType) => void
  takeFocus?: boolean
}

/** A kind of relation in words: eight everyday ones with the picture of their line, the others by search. */
export function RelationPicker({ value, onChange, takeFocus = false }: Props) {
  const t = useTranslations('genogram')
  const { genogram } = useMessages()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  useEffect(() => {
    if (takeFocus) box.current?.querySelector<HTMLElement>('[role="radio"]')?.focus()
  }, [takeFocus])
  const isSearch = typed.trim() !== ''
  const found = isSearch
    ? findRelations(typed, { names: genogram.relation, words: genogram.bond.words })
    : all
      ? RELATION_TYPES
      : EVERYDAY_RELATIONS
  // What was chosen stays in sight, wherever it was found.
  const shown = value !== null && !isSearch && !found.includes(value) ? [value, ...found] : found
  return (
    <div ref={box} className="flex flex-col gap-3">
      <Choice
        label={t('bond.which')}
        options={shown.map((type) => ({
          value: type,
          label: t(`relation.${type}`),
          icon: <BondSign type={type} />,
        }))}
        value={value}
        onChange={onChange}
      />
      <div>
        <label htmlFor={id} className={LABEL}>
          {t('bond.search')}
        </label>
        <input
          id={id}
          type="search"
          className={`mt-1 min-h-10 ${FIELD}`}
          placeholder={t('bond.searchPlaceholder')}
          maxLength={100}
          autoComplete="off"
          value={typed}
          aria-describedby={`${id}-found`}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isSearch) return
            event.preventDefault()
            if (found[0]) onChange(found[0])
          }}
        />
        <p id={`${id}-found`} role="status" className="mt-1 text-s text-ink-soft empty:hidden">
          {isSearch && (found.length > 0 ? t('bond.found', { count: found.length }) : t('bond.noneFound'))}
        </p>
      </div>
      {!isSearch && !all && (
        <button type="button" className={`self-start ${QUIET}`} onClick={() => setAll(true)}>
          {t('bond.all', { count: RELATION_TYPES.length })}
        </button>
      )}
    </div>
  )
}
