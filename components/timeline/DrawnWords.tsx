'use client'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { moveTo, viewOf } from '@/components/canvas/camera'
import { viewToShow } from '@/lib/timeline/view'
import { hostOf } from './host'
import { clusterId } from './shapes'
import type { ClusterShape } from './shapes'
import type { Timeline } from './useTimeline'

interface Props {
  editor: Editor
  timeline: Timeline
  /** Puts the focus on a moment. */
  onArrive: (eventId: string) => void
}

/** What the canvas shows between the cards, for keyboard and screen reader: clusters, and where nothing was noted. */
export function DrawnWords({ editor, timeline, onArrive }: Props) {
  const t = useTranslations('timeline.drawn')
  const clusters = JSON.parse(
    useValue('clusters', () => JSON.stringify(clustersOf(editor)), [editor]),
  ) as ReturnType<typeof clustersOf>
  const { breaks } = timeline.layout
  if (clusters.length === 0 && breaks.length === 0) return null
  return (
    <div className="sr-only">
      {breaks.map(({ x, years }) => (
        <p key={x}>{t('nothing', { years })}</p>
      ))}
      {clusters.length > 0 && (
        <ul aria-label={t('clusters')}>
          {clusters.map(({ id, words }) => (
            <li key={id}>
              <button
                type="button"
                className="pointer-events-auto"
                onFocus={() => point(editor, id, true)}
                onBlur={() => point(editor, id, false)}
                onClick={() => {
                  hostOf(editor)?.openCluster(id, { still: true })
                  // The cluster falls apart, and with it this button: its first moment takes the focus.
                  onArrive(id)
                }}
              >
                {words}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Our own types are none that the canvas library knows of. */
const CLUSTER: string = 'rotonde-cluster'

function clustersOf(editor: Editor): { id: string; words: string }[] {
  return editor.getCurrentPageShapesSorted().flatMap((shape) => {
    if (shape.type !== CLUSTER) return []
    const { clusterId: id, words } = (shape as unknown as ClusterShape).props
    return [{ id, words }]
  })
}

/** Shows on the canvas which cluster has the focus, and brings it into view. */
function point(editor: Editor, id: string, on: boolean): void {
  const shape = clusterId(id)
  const bounds = editor.getShapePageBounds(shape)
  if (on && bounds) moveTo(editor, viewToShow(viewOf(editor), bounds))
  const sign = editor.getContainer().querySelector(`[data-shape-id="${CSS.escape(shape)}"]`)
  sign?.toggleAttribute('data-pointed', on)
}
