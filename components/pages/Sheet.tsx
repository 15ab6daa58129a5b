import type { ReactNode } from 'react'
import { HelpLine } from './HelpLine'
import { RoadArt } from './RoadArt'

/**
 * One thing to do on a sheet of paper: sign in, join, wait. Below it the line runs on, with a roundabout.
 * `lead` stands above the title, small.
 */
export function Sheet({ lead, title, children }: { lead?: string; title: string; children: ReactNode }) {
  return (
    <div className="relative isolate flex flex-1 flex-col items-center px-4 pb-40 pt-8 sm:pb-44 sm:pt-16">
      <RoadArt />
      <section className="w-full max-w-[26rem] rounded-[14px] border border-line bg-surface p-5 shadow-card sm:p-8">
        {lead && <p className="mb-1 text-ink-soft">{lead}</p>}
        <h1 className="text-xl">{title}</h1>
        <div className="mt-4 grid gap-4">{children}</div>
        <HelpLine />
      </section>
    </div>
  )
}
