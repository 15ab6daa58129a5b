'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { CircleMark } from '@/components/people/CircleMark'
import { finds } from '@/components/people/words'
import { FIELD, PRIMARY } from '@/components/ui/classes'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/Toasts'
import { putInField } from './hands'
import { useInField } from './useInField'

/** "Zet iemand in het veld": opens who can be chosen. How the button looks, and its words where there is no room. */
export function AddStakes({ className, words = '' }: { className: string; words?: string }) {
  const t = useTranslations('stakeholders.add')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" title={words && t('button')} className={className} onClick={() => setOpen(true)}>
        <Plus size={18} aria-hidden="true" />
        <span className={words}>{t('button')}</span>
      </button>
      <Dialog open={open} onOpenChange={setOpen} title={t('button')} text={t('text')}>
        <Picker onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

/** People and organisations who are not in the field yet; several can be chosen. */
function Picker({ onDone }: { onDone: () => void }) {
  const t = useTranslations('stakeholders.add')
  const session = useSession()
  const toast = useToast()
  const { stakes, others } = useInField()
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  // Somebody else may have put them there meanwhile.
  const picked = others.filter(({ id }) => chosen.has(id))
  const shown = others.filter(({ name }) => finds(sought, name))
  if (others.length === 0)
    return <p className="text-m text-ink-soft">{t(stakes.length > 0 ? 'everybodyIn' : 'nobodyYet')}</p>

  const put = () => {
    const [first] = picked
    if (!first) return
    const run = putInField(session, picked)
    onDone()
    toast(t('done', { count: picked.length, name: first.name }), { label: t('undo'), run })
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        put()
      }}
    >
      <input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        className={FIELD}
        value={sought}
        maxLength={100}
        autoComplete="off"
        onChange={({ target }) => setSought(target.value)}
        onKeyDown={(event) => {
          // Enter in the search is no choice yet.
          if (event.key === 'Enter' && picked.length === 0) event.preventDefault()
        }}
      />
      <fieldset className="-mx-2 max-h-[45dvh] overflow-y-auto px-2">
        <legend className="sr-only">{t('who')}</legend>
        {shown.map(({ id, kind, name, circle }) => (
          <label
            key={id}
            className="flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-2 hover:bg-paper"
          >
            <input
              type="checkbox"
              className="size-5 shrink-0 accent-accent"
              checked={chosen.has(id)}
              onChange={({ target }) => {
                const next = new Set(chosen)
                if (target.checked) next.add(id)
                else next.delete(id)
                setChosen(next)
              }}
            />
            <CircleMark circle={circle} organisation={kind === 'organisations'} />
            <span className="min-w-0 text-m [overflow-wrap:anywhere]">{name}</span>
          </label>
        ))}
      </fieldset>
      <p role="status" className="text-m text-ink-soft empty:hidden">
        {shown.length === 0 ? t('noneFound', { words: sought }) : ''}
      </p>
      <button type="submit" className={`self-end ${PRIMARY}`} disabled={picked.length === 0}>
        {t('put', { count: picked.length })}
      </button>
    </form>
  )
}
