import './timeline.css'
import { memo } from 'react'
import { cardText } from '@/lib/timeline/cardText'
import { ICONS, LOCK, STAR } from '@/lib/timeline/icons'
import type { CardContent } from '@/lib/timeline/types'
import { tintOf } from './tints'

/** One moment as a card: head band with icon and who, title in two lines, kind and date. */
export const EventCard = memo(function EventCard({
  content,
  empty,
}: {
  content: CardContent
  empty: string
}) {
  const words = cardText(content.title.trim() ? content : { ...content, title: empty })
  const dream = content.kind === 'dream'
  const dashed = dream || content.proposed || content.kind === 'gap'
  const tint = dream ? { line: 'var(--accent)', soft: 'var(--accent-soft)' } : tintOf(content.tint)
  return (
    <div
      className="rt-card"
      data-dashed={dashed}
      data-dream={dream}
      data-empty={!content.title.trim()}
      style={{ '--tint': tint.line, '--tint-soft': tint.soft } as React.CSSProperties}
    >
      <div className="rt-card-head">
        <KindIcon kind={content.kind} />
        <span className="rt-card-who">{words.who}</span>
        {content.reserved && <Sign d={LOCK} />}
        {content.hasPicture && <Sign d={PICTURE} />}
        {content.turningPoint && <Sign d={TURN} />}
        {content.crucial && (
          <svg className="rt-card-star" viewBox="0 0 16 16" aria-hidden="true">
            <path d={STAR} />
          </svg>
        )}
      </div>
      <div className="rt-card-title">
        {words.title.map((line, i) => (
          <div key={i}>{line}</div>
        ))}
      </div>
      <div className="rt-card-small">{words.small}</div>
    </div>
  )
})

/** Small signs in the head of a card; what they say is in its words for who cannot see them. */
function Sign({ d }: { d: string }) {
  return (
    <svg className="rt-card-sign" viewBox="0 0 16 16" aria-hidden="true">
      <path d={d} />
    </svg>
  )
}
/** A frame with a hill in it. */
const PICTURE = 'M2 3h12v10H2zM4 11l3-4 2.5 3L11 8.5l2 2.5M5.5 5.8v.4'
/** The way turns. */
const TURN = 'M3 13h5.5a4 4 0 0 0 0-8H6M8.5 2L5.5 5L8.5 8'

/** The shape that says what kind of moment it is; always beside its word. */
export function KindIcon({ kind }: { kind: CardContent['kind'] }) {
  const { path, drawn } = ICONS[kind]
  return (
    <svg className="rt-kind" data-drawn={drawn} viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
