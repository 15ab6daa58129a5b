'use client'
import { useMemo, type ReactNode } from 'react'
import { SessionProvider, useReservedDoc, useReservedParts, useSession } from '@/components/board/session'
import { partKey, type ReservableMap } from '@/lib/case/reserved/withReserved'

/** What is changed inside is changed in the document that this record is kept in, open or reserved. */
export function InItsDocument({
  kind,
  id,
  children,
}: {
  kind: ReservableMap
  id: string
  children: ReactNode
}) {
  const session = useSession()
  const reserved = useReservedDoc()
  const isReserved = useReservedParts().records.has(partKey(kind, id))
  const doc = isReserved && reserved ? reserved : session.doc
  const value = useMemo(() => (doc === session.doc ? session : { ...session, doc }), [session, doc])
  return <SessionProvider value={value}>{children}</SessionProvider>
}
