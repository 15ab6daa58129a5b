'use client'

import { useEffect, useMemo, useRef } from 'react'
import { useMessages } from 'use-intl'
import { today, useCase, useSession } from '@/components/board/session'
import { svgDocument } from '@/lib/drawing/toSvg'
import { fileWords } from '@/lib/i18n/fileWords'
import { timelineContent, timelineOf } from '@/lib/timeline/fromCase'
import type { PaperChoice } from '@/lib/timeline/sheetFrame'
import { timelineSheets } from '@/lib/timeline/sheets'
import { PRINT_THEME } from '@/lib/timeline/theme'

/** The sheets of the line as they come out of the printer: the same drawing as the PDF. */
export function PrintSheet({ choice, printedOn }: { choice: PaperChoice; printedOn: number }) {
  const caseData = useCase()
  const { locale } = useSession()
  const messages = useMessages()
  const day = today()
  const host = useRef<HTMLDivElement>(null)

  const svgs = useMemo(() => {
    const words = fileWords(locale, messages)
    const line = timelineOf(caseData, {
      today: day,
      locale,
      unseenWord: words.unseen,
    })
    const stored = Object.entries(caseData.views.find(({ id }) => id === 'timeline')?.lanes ?? {})
    const sides = new Map([
      ['professional', words.sideOf('above')],
      ['family', words.sideOf('below')],
      ...stored.map(([id, { name, place }]): [string, string] => [id, name || words.sideOf(place)]),
    ])
    const source = {
      cards: timelineContent(caseData, locale, words.content),
      theme: PRINT_THEME,
      words: words.sheet({ ...caseData.meta, sides, madeAtMs: printedOn, notes: [] }),
    }
    return timelineSheets(source, line, choice).map((sheet) => svgDocument(sheet, { font: PRINT_THEME.font }))
  }, [caseData, locale, messages, day, choice, printedOn])

  useEffect(() => {
    // Parsed, not set as HTML: whatever got into the drawing, nothing in it would run.
    const sheets = svgs.map((svg) => {
      const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
      drawing.setAttribute('width', '100%')
      drawing.removeAttribute('height')
      drawing.setAttribute('style', 'display:block')
      const sheet = document.createElement('div')
      sheet.className =
        // A hair lower than the paper: rounding would give an empty page after each.
        'mb-4 border border-line bg-white shadow-card print:mb-0 print:h-[calc(100vh-1px)] print:overflow-hidden print:border-0 print:shadow-none print:[&:not(:first-child)]:break-before-page'
      sheet.append(drawing)
      return sheet
    })
    host.current?.replaceChildren(...sheets)
  }, [svgs])

  return <div ref={host} className="min-w-[640px] print:min-w-0" />
}
