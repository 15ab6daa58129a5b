import type * as Y from 'yjs'
import type { Actor } from '@/lib/case/commands/run'
import type { Locale } from '@/lib/dates/types'
import { importJson } from '../importJson'
import { exampleCase } from './family'

/** Fills a new board with the invented family; only the server does so, clients never seed. */
export function seedExample(doc: Y.Doc, locale: Locale, actor: Actor): void {
  importJson(doc, actor, exampleCase(locale))
}
