import type { About, LeftBehind, OutboxStore } from '@/lib/sync/client/outboxStore'

interface Row extends LeftBehind {
  writer: Tab
}

class Tab implements OutboxStore {
  isThere = true
  onGone: (() => void)[] = []

  constructor(readonly device: TestDevice) {}

  append = async (changes: readonly Uint8Array[], about: About) => {
    const { device } = this
    if (device.isFull || !this.isThere) return null
    const id = device.nextId++
    device.rows.push({
      id,
      writer: this,
      changes: changes.map((one) => Uint8Array.from(one)),
      fitsBoard: true,
      ...about,
    })
    return id
  }

  remove = (ids: readonly (string | number)[]) => {
    this.device.rows = this.device.rows.filter(({ id }) => !ids.includes(id))
  }

  takeOver = async (take: (left: readonly LeftBehind[]) => void) => {
    for (const writer of new Set(this.device.rows.map((row) => row.writer))) {
      const takeNow = () => {
        const left = this.device.rows.filter((row) => row.writer === writer)
        for (const row of left) row.writer = this
        if (this.isThere) take(left)
      }
      if (!writer.isThere) takeNow()
      else if (writer !== this) writer.onGone.push(takeNow)
    }
  }

  close = () => {
    this.isThere = false
    for (const run of this.onGone.splice(0)) run()
  }
}

/** A device of one person: what its tabs have kept of one document, and tabs that come and go. */
export class TestDevice {
  rows: Row[] = []
  nextId = 1
  /** Takes nothing any more. */
  isFull = false

  openTab(): Tab {
    return new Tab(this)
  }

  /** Changes that stand in it. */
  get count(): number {
    return this.rows.reduce((sum, { changes }) => sum + changes.length, 0)
  }
}
