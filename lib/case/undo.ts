import * as Y from 'yjs'
import { caseMap, RECORD_MAPS } from './doc'
import { CommandOrigin, DrawingOrigin, TypingOrigin } from './origins'

/** Steps that one session can take back. */
const MAX_STEPS = 200
/** Letters typed within this time of each other are one step. */
const TYPING_PAUSE_MS = 500

/**
 * Takes back what this session did, in order, over several documents; never what others did. Each document has its
 * own `Y.UndoManager` (Yjs allows no other way); every step gets the next number, and undo goes to the document
 * that holds the highest. The meeting's document and imports are not for this class.
 */
export class SessionUndo {
  readonly #managers = new Map<Y.Doc, { manager: Y.UndoManager; stop: () => void }>()
  readonly #listeners = new Set<() => void>()
  #steps = 0
  /** Where this session typed last, while nothing else came in between. */
  #typingIn: Y.Doc | null = null
  /** The number that all steps get while something in several documents is done as one. */
  #together: number | null = null

  constructor(
    private readonly session: { actor: string; typing: TypingOrigin; drawing: DrawingOrigin },
    private readonly typingPauseMs: number = TYPING_PAUSE_MS,
  ) {}

  /** Follows a document; returns its stop, after which its steps are forgotten. */
  add(doc: Y.Doc): () => void {
    const known = this.#managers.get(doc)
    if (known) return known.stop
    const manager = new Y.UndoManager(
      [...RECORD_MAPS, 'shapes' as const].map((name) => caseMap(doc, name)),
      {
        captureTimeout: this.typingPauseMs,
        trackedOrigins: new Set<unknown>([CommandOrigin, this.session.typing, this.session.drawing]),
        captureTransaction: (transaction) =>
          this.#isOwn(transaction.origin) || transaction.origin === manager,
      },
    )
    const before = (transaction: Y.Transaction) => this.#separate(doc, transaction.origin)
    const added = (event: { stackItem: { meta: Map<unknown, unknown> }; type: string; origin: unknown }) => {
      event.stackItem.meta.set('step', this.#together ?? ++this.#steps)
      if (event.type === 'undo' && event.origin !== manager) this.#forgetRedo(manager)
      this.#bound()
      this.#tell()
    }
    const told = () => this.#tell()
    doc.on('beforeTransaction', before)
    manager.on('stack-item-added', added)
    manager.on('stack-item-popped', told)
    const stop = () => {
      doc.off('beforeTransaction', before)
      manager.destroy()
      this.#managers.delete(doc)
      this.#tell()
    }
    this.#managers.set(doc, { manager, stop })
    return stop
  }

  get canUndo(): boolean {
    return this.#all().some((manager) => manager.undoStack.length > 0)
  }

  get canRedo(): boolean {
    return this.#all().some((manager) => manager.redoStack.length > 0)
  }

  /** The last step that can be taken back; 0 when there is none. */
  get last(): number {
    return Math.max(0, ...this.#all().map(({ undoStack }) => topStep(undoStack)))
  }

  /**
   * Takes back this one step, whatever came after it; that stays. False when it was taken back already, or means
   * nothing any more.
   */
  takeBack(step: number): boolean {
    return this.together(() => this.#takeStep('undo', step))
  }

  /** Takes back the last step that still means something. False when there is none. */
  undo(): boolean {
    return this.#take('undo')
  }

  /** Does again what was taken back last. */
  redo(): boolean {
    return this.#take('redo')
  }

  /** What `work` does, in whichever documents, is one step. */
  together<T>(work: () => T): T {
    this.#typingIn = null
    for (const manager of this.#all()) manager.stopCapturing()
    const outer = this.#together
    this.#together = outer ?? ++this.#steps
    try {
      return work()
    } finally {
      this.#together = outer
    }
  }

  /** Calls `listener` whenever `canUndo` or `canRedo` may have changed. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Stops following every document. */
  dispose(): void {
    for (const { stop } of this.#managers.values()) stop()
    this.#listeners.clear()
  }

  #take(what: 'undo' | 'redo'): boolean {
    return this.together(() => {
      const stackOf = (manager: Y.UndoManager) => (what === 'undo' ? manager.undoStack : manager.redoStack)
      for (;;) {
        const latest = Math.max(...this.#all().map((manager) => topStep(stackOf(manager))))
        if (latest <= 0) return false
        if (this.#takeStep(what, latest)) return true
      }
    })
  }

  #takeStep(what: 'undo' | 'redo', step: number): boolean {
    let done = false
    for (const manager of this.#all()) {
      const stack = what === 'undo' ? manager.undoStack : manager.redoStack
      // Several commands in one document can be one step: the last of them first.
      for (;;) {
        const at = stack.findLastIndex((item) => stepOf(item) === step)
        const [item] = at < 0 ? [] : stack.splice(at, 1)
        if (!item) break
        const rest = stack.splice(0)
        stack.push(item)
        done = manager[what]() !== null || done
        stack.unshift(...rest)
      }
    }
    this.#tell()
    return done
  }

  #all(): Y.UndoManager[] {
    return [...this.#managers.values()].map(({ manager }) => manager)
  }

  #isOwn(origin: unknown): boolean {
    if (origin instanceof CommandOrigin) return origin.actor === this.session.actor
    return origin === this.session.typing || origin === this.session.drawing
  }

  /** Only typing that goes on where it was becomes one step; everything else starts a new one. */
  #separate(doc: Y.Doc, origin: unknown): void {
    if (!this.#isOwn(origin)) return
    const typing = origin === this.session.typing
    if (!typing || this.#typingIn !== doc) this.#managers.get(doc)?.manager.stopCapturing()
    this.#typingIn = typing ? doc : null
  }

  /** A new step makes what was taken back before it unreachable, in the other documents too. */
  #forgetRedo(except: Y.UndoManager): void {
    for (const manager of this.#all()) if (manager !== except) manager.clear(false, true)
  }

  #bound(): void {
    const managers = this.#all()
    const count = managers.reduce((sum, { undoStack }) => sum + undoStack.length, 0)
    if (count <= MAX_STEPS) return
    const [oldest] = managers
      .filter(({ undoStack }) => undoStack.length > 0)
      .sort((a, b) => stepOf(a.undoStack[0]) - stepOf(b.undoStack[0]))
    const forgotten = oldest?.undoStack.shift()
    if (oldest && forgotten) release(oldest.doc, forgotten)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

type StackItem = Y.UndoManager['undoStack'][number]

/**
 * What could be brought back by a step, and cannot any more, is content no longer. Yjs frees it only when it is
 * deleted, and it was deleted while the step still held it: a tab would keep every word that was ever taken away in it.
 */
function release(doc: Y.Doc, step: StackItem): void {
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, step.deletions, (struct) => {
      if (!(struct instanceof Y.Item) || !struct.deleted || !struct.keep) return
      struct.keep = false
      struct.gc(doc.store, false)
    })
  })
}

function stepOf(item: StackItem | undefined): number {
  const step: unknown = item?.meta.get('step')
  return typeof step === 'number' ? step : 0
}

function topStep(stack: readonly StackItem[]): number {
  return stepOf(stack.at(-1))
}
