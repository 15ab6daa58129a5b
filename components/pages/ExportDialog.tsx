'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { viewOfAddress } from '@/components/board/loadEarly'
import { useReservedDoc } from '@/components/board/session'
import { formOfAddress } from '@/components/stakeholders/form'
import { Button } from '@/components/ui/button'
import { Choice } from '@/components/ui/Choice'
import { Dialog } from '@/components/ui/dialog'
import { Choices, FormError } from '@/components/ui/field'
import { DRAWN, type ExportOptions, FORMATS, type Format, VIEWS } from '@/lib/exchange/options'
import { STAKE_FORMS } from '@/lib/stakeholders/types'
import { fetchFile } from './fetchFile'

type State =
  | { at: 'ready' }
  | { at: 'busy' }
  | { at: 'stopped' }
  | { at: 'done'; name: string; missingLetters: boolean }
  | { at: 'wrong'; message: string }

/** The board as a file on one's own device: which kind, on which paper, with whose names. */
export function ExportDialog(props: {
  boardId: string
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const t = useTranslations('export')
  const te = useTranslations('errors')
  const tf = useTranslations('stakeholders.forms')
  const tr = useTranslations('reserved.file')
  const [format, setFormat] = useState<Format>('pdf')
  // The view that one comes from is most likely the one that is wanted.
  const [view, setView] = useState<ExportOptions['view']>(
    () => VIEWS.find((drawn) => drawn === viewOfAddress()) ?? 'timeline',
  )
  const [form, setForm] = useState(formOfAddress)
  const [paper, setPaper] = useState<'a4' | 'a3'>('a4')
  const [orientation, setOrientation] = useState<'landscape' | 'portrait'>('landscape')
  const [pseudonyms, setPseudonyms] = useState(false)
  const [reserved, setReserved] = useState(false)
  const admitted = useReservedDoc() !== null
  const [state, setState] = useState<State>({ at: 'ready' })
  const running = useRef<AbortController | null>(null)
  // Whoever goes away waits for nothing any more, and the server need not go on.
  useEffect(() => () => running.current?.abort(), [])

  async function make() {
    const work = new AbortController()
    running.current = work
    setState({ at: 'busy' })
    const asked = new URLSearchParams({
      format,
      view,
      form,
      paper,
      orientation,
      pseudonyms: pseudonyms ? '1' : '0',
      reserved: admitted && reserved ? '1' : '0',
    })
    const got = await fetchFile(`/api/boards/${props.boardId}/export?${asked}`, work.signal)
    if (running.current !== work) return
    running.current = null
    if (got.outcome === 'saved') setState({ at: 'done', name: got.name, missingLetters: got.missingLetters })
    else if (got.outcome === 'stopped') setState({ at: 'stopped' })
    else if (got.code === 'too-large') setState({ at: 'wrong', message: t('tooLarge') })
    else setState({ at: 'wrong', message: got.message ?? te(got.code) })
  }

  function change(open: boolean) {
    if (!open) {
      running.current?.abort()
      running.current = null
      setState({ at: 'ready' })
    }
    props.onOpenChange(open)
  }

  const busy = state.at === 'busy'
  return (
    <Dialog wide open={props.open} onOpenChange={change} title={t('title')} text={t('text')}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void make()
        }}
      >
        <Choices
          legend={t('format')}
          name="format"
          value={format}
          onChange={setFormat}
          choices={FORMATS.map((value) => ({
            value,
            label: t(`formats.${value}`),
            ...(value === format && { meaning: t(`holds.${value}`) }),
          }))}
        />
        {DRAWN.has(format) && (
          <Choice
            label={t('view')}
            value={view}
            onChange={setView}
            options={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
          />
        )}
        {DRAWN.has(format) && view === 'stakeholders' && (
          <Choice
            label={tf('label')}
            value={form}
            onChange={setForm}
            options={STAKE_FORMS.map((value) => ({ value, label: tf(value) }))}
          />
        )}
        {format === 'pdf' && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Choice
              label={t('paper')}
              value={paper}
              onChange={setPaper}
              options={(['a4', 'a3'] as const).map((value) => ({ value, label: t(`papers.${value}`) }))}
            />
            <Choice
              label={t('orientation')}
              value={orientation}
              onChange={setOrientation}
              options={(['landscape', 'portrait'] as const).map((value) => ({
                value,
                label: t(`orientations.${value}`),
              }))}
            />
          </div>
        )}
        <Tick
          label={t('pseudonyms')}
          hint={t('pseudonymsHint')}
          checked={pseudonyms}
          onChange={setPseudonyms}
        />
        {admitted && (
          <Tick label={tr('with')} hint={tr('withHint')} checked={reserved} onChange={setReserved} />
        )}
        <p role="status" className="min-h-6">
          {busy && t('busy')}
          {state.at === 'stopped' && t('stopped')}
          {state.at === 'done' && t('done', { name: state.name })}
          {state.at === 'done' && state.missingLetters && ` ${t('missingLetters')}`}
        </p>
        <FormError message={state.at === 'wrong' ? state.message : null} />
        <div className="flex flex-wrap justify-end gap-2">
          {busy && <Button onClick={() => running.current?.abort()}>{t('cancel')}</Button>}
          {/* Not disabled: who just pressed it keeps the focus on it. */}
          <Button look="primary" type="submit" aria-disabled={busy}>
            {t('make')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Tick(props: { label: string; hint: string; checked: boolean; onChange: (on: boolean) => void }) {
  const id = useId()
  return (
    <label className="flex min-h-target cursor-pointer items-start gap-3">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
        aria-describedby={id}
        className="mt-1 size-5 shrink-0 accent-accent"
      />
      <span>
        <span className="font-semibold">{props.label}</span>
        <span id={id} className="block text-s text-ink-soft">
          {props.hint}
        </span>
      </span>
    </label>
  )
}
