/** Where cards will stand, on both sides of the line. Percent of the width, and pixels from the line. */
const GHOSTS = [
  { left: 16, top: -150 },
  { left: 38, top: -240 },
  { left: 60, top: -150 },
  { left: 26, top: 80 },
  { left: 50, top: 80 },
  { left: 74, top: 170 },
] as const

/** A timeline that is still on its way: the line and ghosts of cards. */
export function CanvasSkeleton() {
  return (
    <div aria-hidden="true" className="relative min-h-0 flex-1 overflow-hidden">
      <div className="absolute inset-x-0 top-1/2 h-0.5 bg-line" />
      {GHOSTS.map(({ left, top }) => (
        <div
          key={left}
          className="rt-ghost absolute h-[78px] w-[172px]"
          style={{ left: `${left}%`, top: `calc(50% + ${top}px)` }}
        />
      ))}
    </div>
  )
}
