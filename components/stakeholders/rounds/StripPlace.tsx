import type { ReactNode } from 'react'

/** Where the strip of a round stands on a canvas: along the upper edge, beside the tools where there are any (`rail`). */
export function StripPlace({ rail = false, children }: { rail?: boolean; children: ReactNode }) {
  return (
    <div
      className={`pointer-events-none absolute top-3 right-3 mx-auto max-w-5xl ${rail ? 'left-[104px]' : 'left-3'}`}
    >
      {children}
    </div>
  )
}
