'use client'

import { signOut } from 'next-auth/react'
import type { ReactNode } from 'react'

/** Ends the session on this device and goes on at `to`, a path of ours. */
export function SignOutButton({
  to,
  className,
  children,
}: {
  to: string
  className: string
  children: ReactNode
}) {
  async function leave() {
    await signOut({ redirect: false })
    // A whole new page: nothing of the person who left stays in memory.
    window.location.assign(to)
  }
  return (
    <button type="button" className={className} onClick={() => void leave()}>
      {children}
    </button>
  )
}
