import type { ReactNode } from 'react'
import { SiteHeader } from '@/components/pages/SiteHeader'
import { currentPrincipal, keepsFor } from './session'

/** The bar and the main part of every page but the board. */
export async function PageShell({ children }: { children: ReactNode }) {
  const principal = await currentPrincipal()
  return (
    <>
      <SiteHeader name={principal?.name ?? null} keepsFor={keepsFor(principal)} />
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {children}
      </main>
    </>
  )
}
