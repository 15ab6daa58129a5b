'use client'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useToast } from '@/components/ui/Toasts'
import { useLatest } from '@/components/ui/useLatest'
import { decodeText } from '@/lib/exchange/csv/decode'
import { gridOfRows, gridOfText } from '@/lib/exchange/entry/grid'
import type { Grid } from '@/lib/exchange/entry/grid'
import type { EntryContext } from '@/lib/exchange/entry/types'
import { useEntryContext } from '../work/useEntryContext'
import { useWork } from '../work/work'

const TABLE_FILE = /\.(?:csv|tsv|txt)$/iu
const OFFICE_FILE = /\.(?:docx?|xlsx?|ods|odt|pdf|rtf)$/iu
/** Nothing longer is read. Bytes. */
const MAX_FILE = 2_000_000

/**
 * Tables, lists and files that are pasted or dropped on the timeline are looked at as moments. All else goes on to
 * the canvas as before: one line of text, drawings, pictures.
 */
export function usePasted(on: boolean): { choose: (file: File) => void } {
  const work = useWork()
  const toast = useToast()
  const t = useTranslations('work.paste')
  const context = useEntryContext(work.last.side)

  const choose = (file: File) => {
    if (file.size > MAX_FILE) return toast(t('tooLarge'))
    void file.arrayBuffer().then((buffer) => {
      const text = decodeText(new Uint8Array(buffer))
      if (text === null) toast(t('notText'))
      else work.setPasted(gridOfText(text, context))
    })
  }
  const latest = useLatest({ choose, context, setPasted: work.setPasted, toast, t })

  useEffect(() => {
    if (!on) return
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target
      if (
        target instanceof Element &&
        target.closest('input, textarea, [contenteditable="true"], [role="dialog"]')
      )
        return
      const data = event.clipboardData
      const grid = data && gridOfClipboard(data, latest.current.context)
      if (!grid) return
      event.preventDefault()
      event.stopImmediatePropagation()
      latest.current.setPasted(grid)
    }
    const onDrop = (event: DragEvent) => {
      const [file, ...others] = event.dataTransfer?.files ?? []
      if (!file || others.length > 0) return
      const { choose, toast, t } = latest.current
      if (!TABLE_FILE.test(file.name) && !OFFICE_FILE.test(file.name)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (TABLE_FILE.test(file.name)) choose(file)
      else toast(t('office'))
    }
    // Before the canvas library, which would make one text of it.
    document.addEventListener('paste', onPaste, true)
    document.addEventListener('drop', onDrop, true)
    return () => {
      document.removeEventListener('paste', onPaste, true)
      document.removeEventListener('drop', onDrop, true)
    }
  }, [on, latest])
  return { choose }
}

/** A table or at least two lines; null for everything that is not for us. */
function gridOfClipboard(data: DataTransfer, context: EntryContext): Grid | null {
  if (data.files.length > 0) return null
  const html = data.getData('text/html')
  if (html.includes('data-tldraw')) return null
  const table = html === '' ? null : tableOf(html)
  if (table) return gridOfRows(table, context)
  const text = data.getData('text/plain')
  // A picture or a page as text is no list.
  if (text.trimStart().startsWith('<') || text.trim().split(/\r?\n/).length < 2) return null
  return gridOfText(text, context)
}

/** The cells of the first table of a page; it is read as data, nothing of it is loaded or run. */
function tableOf(html: string): string[][] | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table || table.rows.length === 0) return null
  return [...table.rows].map((row) => [...row.cells].map(textOf))
}

/** Words of a cell; paragraphs and breaks are lines. */
function textOf(cell: HTMLTableCellElement): string {
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\u2028')
  const blocks = [...cell.querySelectorAll('p, div, li')].filter(
    (block) => !block.querySelector('p, div, li'),
  )
  const texts = blocks.length > 0 ? blocks.map((block) => block.textContent) : [cell.textContent]
  return texts
    .map((text) =>
      text
        .replaceAll(/[ \t\r\n\u00A0]+/g, ' ')
        .replaceAll(/ ?\u2028 ?/g, '\n')
        .trim(),
    )
    .filter(Boolean)
    .join('\n')
}
