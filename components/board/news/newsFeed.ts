import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { NewsReader, type News } from '@/lib/case/news'
import { othersIn } from '../presence'

/** A piece of news as it came. */
export interface NewsItem extends News {
  /** Unlike any other's on this screen. */
  key: number
  /** By this device's clock, in milliseconds. */
  atMs: number
  /** Who was known to write it when it came; else see `by`. */
  name: string | null
  /** What this person took back, or did again; null for what others did. */
  own: 'undone' | 'redone' | null
}

/** Keystrokes of one person in one record are one change, while no more than this lies between them. Milliseconds. */
const ONE_CHANGE_MS = 60_000
/** More is not kept on a screen. */
const MAX_KEPT = 300

/** What others changed since this screen opened the board, and what this person took back. */
export class NewsFeed {
  /** The latest first; the same array until something changes. */
  #items: readonly NewsItem[] = []
  #last = 0
  readonly #reader: NewsReader
  readonly #listeners = new Set<(came: readonly NewsItem[]) => void>()

  constructor(
    doc: Y.Doc,
    private readonly awareness: Awareness,
    private readonly nowMs: () => number = Date.now,
  ) {
    this.#reader = new NewsReader(doc)
    doc.on('afterTransaction', (transaction: Y.Transaction) => this.#hear(transaction))
  }

  get = (): readonly NewsItem[] => this.#items

  subscribe = (listener: (came: readonly NewsItem[]) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #hear(transaction: Y.Transaction): void {
    // Read in any case: the reader has to know what stands in the case.
    const news = this.#reader.read(transaction)
    const own = transaction.local ? ownStep(transaction.origin) : null
    if (news.length === 0 || (transaction.local && !own)) return
    const came = news.map((one): NewsItem => {
      const name = own ? null : this.#nameOf(one)
      return { ...one, key: ++this.#last, atMs: this.nowMs(), name, own }
    })
    const before = this.#items.filter((old) => !came.some((one) => isSameChange(old, one)))
    this.#items = [...came.toReversed(), ...before].slice(0, MAX_KEPT)
    for (const listener of this.#listeners) listener(came)
  }

  #nameOf({ client, by }: News): string | null {
    const others = othersIn(this.awareness)
    return (
      others.find(({ key, user }) => (by === null ? key === String(client) : user.id === by))?.user.name ??
      null
    )
  }
}

const ownStep = (origin: unknown): NewsItem['own'] =>
  origin instanceof Y.UndoManager ? (origin.redoing ? 'redone' : 'undone') : null

function isSameChange(old: NewsItem, one: NewsItem): boolean {
  const sameHand = old.name === one.name && old.own === one.own && old.what === one.what
  return sameHand && old.kind === one.kind && old.id === one.id && one.atMs - old.atMs < ONE_CHANGE_MS
}
