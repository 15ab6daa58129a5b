'use client'

import { useEffect, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useTimeline } from '@/components/timeline/useTimeline'
import { timelineEvents } from '@/lib/timeline/fromCase'
import { paintTimeline } from '@/lib/timeline/paint'
import { PAPER_THEME } from '@/lib/timeline/theme'
import { fitScale } from './fitScale'

/** What A3 landscape leaves inside its margins and under the title, in millimetres. */
const SHEET = { wMm: 400, hMm: 255 }

const WHITE_THEME = { ...PAPER_THEME, paper: '#ffffff' }

/** The drawing of the line, as large as the sheet allows. */
export function PrintSheet({ title }: { title: string }) {
  const t = useTranslations('print')
  const tt = useTranslations('timeline')
  const te = useTranslations('export.sheet')
  const { caseData, lanes, settings, content } = useTimeline()
  const host = useRef<HTMLDivElement>(null)

  const svg = useMemo(() => {
    const layout = fitScale(timelineEvents(caseData), lanes, settings, SHEET.wMm / SHEET.hMm)
    return paintTimeline(layout, content, WHITE_THEME, {
      title: t('picture', { title }),
      now: tt('now'),
      undated: tt('dock'),
      emptyYears: (count) => te('emptyYears', { count }),
      sides: new Map(lanes.map(({ id, name }) => [id, name])),
    })
  }, [caseData, lanes, settings, content, title, t, tt, te])

  useEffect(() => {
    // Parsed, not set as HTML: whatever got into the drawing, nothing in it would run.
    const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    drawing.setAttribute('width', '100%')
    drawing.removeAttribute('height')
    drawing.setAttribute('style', `display:block;max-height:${SHEET.hMm}mm`)
    host.current?.replaceChildren(drawing)
  }, [svg])

  return <div ref={host} className="min-w-[720px] print:min-w-0" />
}
