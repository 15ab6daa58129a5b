'use client'
import { useCallback, useEffect, useState } from 'react'
import { useSession } from '@/components/board/session'
import type { ReservedLayer } from '@/lib/access/reserved'
import { askLayer } from './layer'

/** Who may open what is reserved: asked when `open` becomes true; null until the server has answered. */
export function useLayer(boardId: string, open: boolean) {
  const [layer, setLayer] = useState<ReservedLayer | null>(null)
  useEffect(() => {
    if (!open) return
    let left = false
    void askLayer(boardId).then((answer) => {
      if (answer && !left) setLayer(answer)
    })
    return () => {
      left = true
    }
  }, [boardId, open])
  return { layer, setLayer }
}

/** Names as the language lists them: "Ann, Bo en Cas". */
export function useNameList(): (names: readonly string[]) => string {
  const { locale } = useSession()
  return useCallback((names) => listIn(locale).format(names), [locale])
}

const lists = new Map<string, Intl.ListFormat>()

/** Made when there is something to list: the first one of a page takes as long as a frame. */
function listIn(locale: string): Intl.ListFormat {
  const known = lists.get(locale)
  if (known) return known
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  lists.set(locale, list)
  return list
}

/** Names of those who may open it. */
export const admittedNames = (layer: ReservedLayer | null): string[] =>
  (layer?.people ?? []).filter(({ admitted }) => admitted).map(({ name }) => name)
