import { today } from '@/components/board/session'
import { boundsOf } from '@/lib/dates/bounds'
import { marksOf } from '@/lib/timeline/marks'
import { paintMark } from '@/lib/timeline/paintMark'
import { linearScale } from '@/lib/timeline/scale'
import { PAPER_THEME } from '@/lib/timeline/theme'

const WIDTH_PX = 40

/** How sure a date is, in the forms of the axis: a dot, a bar, soft ends, a dashed outline. The words say it too. */
export function SureMark({ edtf }: { edtf: string }) {
  const bounds = boundsOf(edtf, today())
  if (!bounds) return null
  const event = { id: 'date', date: edtf, side: 'family', kind: 'family', order: '' } as const
  const [mark] = marksOf([{ event, bounds, place: 'below', laneId: 'family' }], linearScale(1))
  if (!mark) return null
  const isDot = mark.form === 'dot'
  const fitted = { ...mark, x: isDot ? WIDTH_PX / 2 : 0, w: isDot ? 0 : WIDTH_PX, track: null }
  return (
    <svg
      className="shrink-0"
      width={WIDTH_PX}
      height={16}
      viewBox={isDot ? `0 -8 ${WIDTH_PX} 16` : `0 -2 ${WIDTH_PX} 16`}
      aria-hidden="true"
      // Painted by the function that paints the axis; it holds numbers and our own colours only.
      dangerouslySetInnerHTML={{ __html: paintMark(fitted, undefined, PAPER_THEME) }}
    />
  )
}
