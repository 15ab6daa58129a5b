import type * as Y from 'yjs'
import { createShared } from '@/components/canvas/binding/fields'
import { binRecord } from '@/lib/case/commands/bin'
import { addEvent, moveEvent, setCrucial } from '@/lib/case/commands/events'
import { addPerson } from '@/lib/case/commands/people'
import { pin } from '@/lib/case/commands/pins'
import type { Actor } from '@/lib/case/commands/run'
import { applyTextDiff } from '@/lib/case/diffText'
import { caseMap, textOf } from '@/lib/case/doc'
import { DrawingOrigin, TypingOrigin } from '@/lib/case/origins'
import { SessionUndo } from '@/lib/case/undo'
import type { BoardConnection } from '@/lib/sync/client/connection'
import { choose, type Habits } from './habits'

/** What lies on the table: ids of records that are not in the bin. */
export interface OnTable {
  events: string[]
  people: string[]
  shapes: string[]
}

/** A text this long is written anew from its beginning. Letters. */
const LONG_TEXT = 500
const SIDES = ['professional', 'family']
const LETTERS = 'enatirodslg vhkmubpwjzc '

/**
 * Somebody at a meeting whose hands are never still, with what a browser gives them: a connection, commands on the
 * case, typing that is compared with what stands there, undo. A drag is one command when it is let go of, as on our
 * canvas; what is dragged meanwhile others see by presence, which leaves nothing behind.
 */
export class Person {
  readonly #typing = new TypingOrigin()
  readonly #drawing = new DrawingOrigin()
  readonly #undo: SessionUndo
  readonly #random: () => number
  readonly #onTable: OnTable
  readonly #habits: Habits
  /** What is being typed in, and how many letters are still to come. */
  #field: { text: Y.Text; letters: number } | null = null
  #drag: { moves: number; drop: () => boolean } | null = null
  #made = 0
  /** Transactions of this person's that changed the document. */
  written = 0

  constructor(
    readonly name: string,
    readonly connection: BoardConnection,
    onTable: OnTable,
    habits: Habits,
    random: () => number,
  ) {
    this.#onTable = onTable
    this.#habits = habits
    this.#random = random
    connection.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== connection) this.written += 1
    })
    this.#undo = new SessionUndo({ actor: name, typing: this.#typing, drawing: this.#drawing })
    this.#undo.add(connection.doc)
  }

  /** Puts what the meeting is about on the table. */
  prepare({ events, people, shapes }: { events: number; people: number; shapes: number }): void {
    for (let i = 0; i < events; i++) this.#add()
    for (let i = 0; i < people; i++) {
      const id = addPerson(this.#doc, this.#actor(), { name: `Mens ${i}` })
      if (id) this.#onTable.people.push(id)
    }
    for (let i = 0; i < shapes; i++) {
      const id = `shape:${this.#newId()}`
      const note = { id, typeName: 'shape', type: 'note', x: 0, y: 0, props: { color: 'yellow' }, meta: {} }
      this.#doc.transact(() => caseMap(this.#doc, 'shapes').set(id, createShared(note)), this.#drawing)
      this.#onTable.shapes.push(id)
    }
  }

  /** Does one thing; false when it came to nothing, as when there is nothing to take back. */
  act(): boolean {
    if (this.#field) return this.#type(this.#field)
    if (this.#drag) return this.#goOnDragging(this.#drag)
    switch (choose(this.#habits, this.#random)) {
      case 'type':
        return this.#beginTyping()
      case 'dragEvent':
        return this.#beginDragging(() => this.#dropEvent())
      case 'dragPerson':
        return this.#beginDragging(() => this.#dropPerson())
      case 'dragShape':
        return this.#beginDragging(() => this.#dropShape())
      case 'flag':
        return setCrucial(this.#doc, this.#actor(), this.#flag())
      case 'undo':
        return this.#undo.undo()
      case 'redo':
        return this.#undo.redo()
      case 'add':
        return this.#addAndBin()
    }
  }

  /** Seen by the others; leaves nothing in the document. */
  moveHand(): void {
    this.connection.awareness.setLocalStateField('cursor', { x: this.#to(4_000), y: this.#to(900) })
  }

  get #doc(): Y.Doc {
    return this.connection.doc
  }

  #actor(): Actor {
    return { principal: this.name, now: 1_700_000_000_000 + this.#made, newId: () => this.#newId() }
  }

  /** As long as real ones, which are random. */
  #newId(): string {
    const bits = Array.from({ length: 4 }, () => Math.floor(this.#random() * 2 ** 30).toString(36))
    return `${bits.join('').padEnd(18, '0').slice(0, 18)}${(this.#made++).toString(36).padStart(4, '0')}`
  }

  #to(end: number): number {
    return Math.floor(this.#random() * end)
  }

  #one(ids: readonly string[]): string {
    return ids[this.#to(ids.length)] ?? ''
  }

  #flag() {
    const id = this.#one(this.#onTable.events)
    return { id, crucial: caseMap(this.#doc, 'events').get(id)?.get('crucial') !== true }
  }

  #beginTyping(): boolean {
    const text = textOf(this.#doc, 'events', this.#one(this.#onTable.events), 'description')
    if (!text) return false
    this.#field = { text, letters: 10 + this.#to(80) }
    return this.#type(this.#field)
  }

  /** One key: mostly a letter, at times one back, and who has written much begins anew. */
  #type(field: { text: Y.Text; letters: number }): boolean {
    const { text } = field
    const now = text.toJSON()
    const letter = LETTERS[this.#to(LETTERS.length)] ?? ' '
    const next =
      now.length > LONG_TEXT ? letter : this.#random() < 0.15 && now ? now.slice(0, -1) : now + letter
    this.#doc.transact(() => applyTextDiff(text, next), this.#typing)
    if (--field.letters <= 0) this.#field = null
    return true
  }

  #beginDragging(drop: () => boolean): boolean {
    this.#drag = { moves: this.#to(2 * this.#habits.dragMoves + 1), drop }
    return this.#goOnDragging(this.#drag)
  }

  #goOnDragging(drag: { moves: number; drop: () => boolean }): boolean {
    if (drag.moves-- > 0) {
      this.moveHand()
      return true
    }
    this.#drag = null
    return drag.drop()
  }

  #dropEvent(): boolean {
    const side = this.#random() < 0.2 ? { side: this.#one(SIDES) } : {}
    const id = this.#one(this.#onTable.events)
    return moveEvent(this.#doc, this.#actor(), { id, days: this.#to(1_000) - 500, locale: 'nl', ...side })
  }

  #dropPerson(): boolean {
    const place = { x: this.#to(4_000), y: this.#to(2_000) }
    return pin(this.#doc, this.#actor(), {
      view: 'genogram',
      record: this.#one(this.#onTable.people),
      ...place,
    })
  }

  /** What the binding of the canvas writes when a drawn shape is let go of. */
  #dropShape(): boolean {
    const shape = caseMap(this.#doc, 'shapes').get(this.#one(this.#onTable.shapes))
    if (!shape) return false
    this.#doc.transact(() => {
      shape.set('x', this.#random() * 4_000)
      shape.set('y', this.#random() * 2_000)
    }, this.#drawing)
    return true
  }

  #add(): boolean {
    const id = addEvent(this.#doc, this.#actor(), {
      kind: 'family',
      side: this.#one(SIDES),
      date: `20${10 + this.#to(15)}-0${1 + this.#to(9)}-1${this.#to(9)}`,
      originalText: 'zoals het gezegd werd',
      title: 'Er gebeurde iets',
    })
    if (id) this.#onTable.events.push(id)
    return id !== null
  }

  /** As many go as come: a board that can be looked at. */
  #addAndBin(): boolean {
    const { events } = this.#onTable
    const [oldest] = events.splice(0, 1)
    if (oldest) binRecord(this.#doc, this.#actor(), { kind: 'events', id: oldest })
    return this.#add()
  }
}
