import type * as Y from 'yjs'
import { caseMap, clipTexts, insertRecord, type RecordInput } from '../doc'
import { PreparingOrigin } from '../origins'
import { RECORDS, type RecordMap } from '../schema'
import { type Actor, command, publish } from './run'

type MakeableMap = Exclude<RecordMap, 'meta' | 'views'>

/**
 * Several records and changes that belong together: all or nothing, and one step of undo. The records are made in the
 * bin, outside undo, and come out of it in the command (see `prepare`).
 */
export class Making {
  readonly #records: { kind: MakeableMap; id: string; plain: Record<string, unknown> }[] = []
  readonly #changes: (() => void)[] = []
  #isNonsense = false

  constructor(
    private readonly doc: Y.Doc,
    private readonly actor: Actor,
  ) {}

  /** Id of a record that will be made. */
  record<M extends MakeableMap>(kind: M, plain: Omit<RecordInput<M>, 'id'>): string {
    const id = this.actor.newId()
    const { principal: by, now: at } = this.actor
    this.#records.push({
      kind,
      id,
      plain: { ...plain, createdBy: by, createdAt: at, binned: { by, at }, id },
    })
    return id
  }

  /** What else happens in the same step, after the records are there. */
  change(change: () => void): void {
    this.#changes.push(change)
  }

  /** Says that this cannot be: nothing will be made. */
  refuse(): void {
    this.#isNonsense = true
  }

  /** False, and nothing written, when something was refused, a record does not fit, or nothing is to be done. */
  commit(name: string): boolean {
    const { doc, actor } = this
    if (this.#isNonsense || !this.#records.every((one) => this.#fits(one))) return false
    if (this.#records.length + this.#changes.length === 0) return false
    doc.transact(() => {
      for (const { kind, plain } of this.#records) insertRecord(doc, kind, plain as RecordInput<typeof kind>)
    }, new PreparingOrigin())
    command(doc, actor, name, () => {
      for (const { kind, id } of this.#records) publish(doc, kind, id)
      for (const change of this.#changes) change()
    })
    return true
  }

  #fits({ kind, id, plain }: { kind: MakeableMap; id: string; plain: Record<string, unknown> }): boolean {
    return (
      !caseMap(this.doc, kind).has(id) && RECORDS[kind].safeParse(clipTexts(RECORDS[kind], plain)).success
    )
  }
}
