/** The roundabout: a ring with four roads. Decoration; the name stands beside it. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className="shrink-0 text-accent">
      <g fill="none" stroke="currentColor" strokeWidth="3.6" strokeLinecap="round">
        <circle cx="16" cy="16" r="8.4" />
        <path d="M16 3v3.4M16 25.6V29M3 16h3.4M25.6 16H29" />
      </g>
    </svg>
  )
}
