'use client'
import { useGenogramView } from '../view'
import { BondPanel } from './BondPanel'

/** The panel of the line that is open. */
export function OpenBond() {
  const { bond, setBond } = useGenogramView()
  return bond !== null && <BondPanel id={bond} onClose={() => setBond(null)} />
}
