'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useAsk } from '@/components/pages/useAsk'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormError } from '@/components/ui/field'
import type { ReservedLayer } from '@/lib/access/reserved'
import { reservedAddress } from './layer'

type Person = ReservedLayer['people'][number]

/** For who guides: everybody who takes part, and whether they may open what is reserved. */
export function Members(props: {
  boardId: string
  me: string
  layer: ReservedLayer
  onChange: (layer: ReservedLayer) => void
}) {
  const t = useTranslations('reserved')
  const tc = useTranslations('common')
  const [asked, setAsked] = useState<Person | null>(null)
  return (
    <>
      <ul className="divide-y divide-line">
        {props.layer.people.map((person) => (
          <li key={person.id} className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 py-1">
            <span>
              <span className="font-semibold">{person.name}</span>
              {person.id === props.me && <span className="text-ink-soft"> ({t('you')})</span>}
              <span className="block text-s text-ink-soft">
                {tc(`role.${person.role}`)} · {person.admitted ? t('may') : t('mayNot')}
              </span>
            </span>
            <Button
              aria-label={t(person.admitted ? 'withdrawOf' : 'admitOf', { name: person.name })}
              onClick={() => setAsked(person)}
            >
              {person.admitted ? t('withdraw') : t('admit')}
            </Button>
          </li>
        ))}
      </ul>
      {asked && <Decide {...props} person={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

/** Once more, with what it means: what is seen is seen. */
function Decide({
  boardId,
  person,
  onChange,
  onClose,
}: {
  boardId: string
  person: Person
  onChange: (layer: ReservedLayer) => void
  onClose: () => void
}) {
  const t = useTranslations('reserved')
  const tc = useTranslations('common')
  const { busy, error, ask } = useAsk()
  const { id, name, admitted } = person
  async function decide() {
    const address = reservedAddress(boardId)
    const layer = admitted
      ? await ask<ReservedLayer>('DELETE', `${address}/${encodeURIComponent(id)}`)
      : await ask<ReservedLayer>('POST', address, { principalId: id })
    if (!layer) return
    onChange(layer)
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(admitted ? 'withdrawTitle' : 'admitTitle', { name })}
      text={t(admitted ? 'withdrawText' : 'admitText', { name })}
    >
      <div className="grid gap-3">
        <FormError message={error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button look="primary" disabled={busy} onClick={() => void decide()}>
            {admitted ? t('withdraw') : t('admit')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
