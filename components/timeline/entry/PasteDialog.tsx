'use client'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession, useUnwritten } from '@/components/board/session'
import { FIELD, PRIMARY, BUTTON } from '@/components/ui/classes'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/Toasts'
import { addEvents } from '@/lib/case/commands/many'
import { sayDate } from '@/lib/dates/say'
import { datedBy, readDateWords } from '@/lib/exchange/entry/date'
import { eventOf } from '@/lib/exchange/entry/draftEvent'
import { GRID_COLUMNS, lineOfRow } from '@/lib/exchange/entry/grid'
import type { Grid, GridColumn } from '@/lib/exchange/entry/grid'
import type { EntryContext, EntryDraft, EntryLine } from '@/lib/exchange/entry/types'
import { useEntryContext } from '../work/useEntryContext'
import { useWork } from '../work/work'

/** What somebody changed in the preview, by row. */
interface Edit {
  out?: boolean
  title?: string
  words?: string
  /** The reading that was picked. */
  edtf?: string
}

/** What was pasted, as the moments that it will be: looked at and mended before anything is added. */
export function PasteDialog({ grid }: { grid: Grid }) {
  const t = useTranslations('work.paste')
  const session = useSession()
  const work = useWork()
  const toast = useToast()
  const context = useEntryContext(work.last.side)
  const [columns, setColumns] = useState(grid.columns)
  const [edits, setEdits] = useState<Readonly<Record<number, Edit>>>({})
  useUnwritten(true)
  // Reading hundreds of rows takes longer than a key: only once for what the columns are.
  const read = useMemo(
    () => grid.rows.map((row) => lineOfRow(row, columns, context)),
    [grid, columns, context],
  )
  const lines = read.map((line, i) => edited(line, edits[i] ?? {}, context))
  const going = lines.filter((line, i) => line.ready && edits[i]?.out !== true)
  const edit = (row: number, change: Edit) =>
    setEdits((all) => ({ ...all, [row]: { ...all[row], ...change } }))
  const add = () => {
    const ids = addEvents(
      session.doc,
      session.actor(),
      going.map(({ draft }) => eventOf(draft, work.last.teller)),
    )
    session.feed.flush()
    work.setPasted(null)
    toast(t('added', { count: ids.length }))
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && work.setPasted(null)}
      title={t('title')}
      text={columns ? t('textTable') : t('textLines')}
    >
      {grid.rows.length === 0 && <p className="text-m">{t('nothing')}</p>}
      {columns && <Columns grid={grid} columns={columns} onChange={setColumns} />}
      {grid.left > 0 && <p className="mb-2 text-m font-bold">{t('left', { count: grid.left })}</p>}
      <ol className="flex flex-col gap-2" aria-label={t('rows')}>
        {lines.map((line, i) => (
          <Row
            key={i}
            line={line}
            number={i + 1}
            out={edits[i]?.out === true}
            onEdit={(change) => edit(i, change)}
          />
        ))}
      </ol>
      <div className="sticky bottom-0 mt-3 flex flex-wrap justify-end gap-2 border-t border-line bg-surface pt-3">
        <button type="button" className={BUTTON} onClick={() => work.setPasted(null)}>
          {t('cancel')}
        </button>
        <button type="button" className={PRIMARY} disabled={going.length === 0} onClick={add}>
          {t('add', { count: going.length })}
        </button>
      </div>
    </Dialog>
  )
}

function Columns({
  grid,
  columns,
  onChange,
}: {
  grid: Grid
  columns: readonly GridColumn[]
  onChange: (columns: GridColumn[]) => void
}) {
  const t = useTranslations('work.paste')
  return (
    <fieldset className="mb-3">
      <legend className="mb-1 text-m font-bold">{t('columns')}</legend>
      <div className="flex flex-wrap gap-2">
        {columns.map((column, i) => (
          <label key={i} className="flex max-w-44 flex-col gap-1 text-s text-ink-soft">
            <span className="truncate">{grid.rows.find((row) => row[i])?.[i] ?? t('empty')}</span>
            <select
              className={`${FIELD} py-1`}
              value={column}
              aria-label={t('column', { number: i + 1 })}
              onChange={({ target }) =>
                onChange(columns.map((now, at) => (at === i ? (target.value as GridColumn) : now)))
              }
            >
              {GRID_COLUMNS.map((name) => (
                <option key={name} value={name}>
                  {t(`as.${name}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface RowProps {
  line: EntryLine
  number: number
  out: boolean
  onEdit: (change: Edit) => void
}

function Row({ line, number, out, onEdit }: RowProps) {
  const t = useTranslations('work.paste')
  const { locale } = useSession()
  const { draft, date } = line
  return (
    <li className={`rounded-card border border-line p-2 ${out ? 'bg-paper opacity-60' : ''}`}>
      <div className="flex items-center gap-2">
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-accent"
          aria-label={t('row', { number })}
          checked={!out}
          onChange={({ target }) => onEdit({ out: !target.checked })}
        />
        <input
          className={`${FIELD} w-40! shrink-0 py-1`}
          aria-label={t('dateOf', { number })}
          value={draft.originalText}
          disabled={out}
          maxLength={200}
          placeholder={t('noDate')}
          onChange={({ target }) => onEdit({ words: target.value, edtf: '' })}
        />
        <input
          className={`${FIELD} py-1`}
          aria-label={t('titleOf', { number })}
          value={draft.title}
          disabled={out}
          maxLength={300}
          placeholder={t('noTitle')}
          onChange={({ target }) => onEdit({ title: target.value })}
        />
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-1.5 pl-7 text-s text-ink-soft">
        {date.state === 'sure' && t('read', { date: sayDate(date.edtf, locale) })}
        {date.state === 'hangs' &&
          t('read', { date: date.edtf === null ? draft.originalText : sayDate(date.edtf, locale) })}
        {date.state === 'words' && t('keptWords')}
        {date.state === 'none' && t('noDate')}
        {date.state === 'pick' && (
          <>
            <strong>{t('pick')}</strong>
            {date.edtfs.map((edtf) => (
              <button
                key={edtf}
                type="button"
                aria-pressed={draft.date === edtf}
                className={`min-h-10 rounded-full border px-3 font-bold text-ink ${
                  draft.date === edtf ? 'border-accent bg-accent-soft' : 'border-edge'
                }`}
                onClick={() => onEdit({ edtf })}
              >
                {sayDate(edtf, locale)}
              </button>
            ))}
          </>
        )}
        {draft.description && <span className="w-full truncate">{draft.description}</span>}
      </div>
    </li>
  )
}

function edited(line: EntryLine, edit: Edit, context: EntryContext): EntryLine {
  const words = edit.words ?? line.draft.originalText
  const date = edit.words === undefined ? line.date : readDateWords(edit.words, context)
  const read = datedBy(date)
  const draft: EntryDraft = {
    ...line.draft,
    title: edit.title ?? line.draft.title,
    originalText: words,
    ...read,
    ...(date.state === 'pick' && edit.edtf ? { date: edit.edtf } : {}),
  }
  return { ...line, draft, date, ready: draft.title.trim() !== '' }
}
