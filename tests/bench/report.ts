import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { median } from './measure'
import type { Side } from './scenes'

/** What can be measured on its own. */
export const PARTS = ['layout', 'open', 'pan', 'far', 'live', 'rename'] as const
export type Part = (typeof PARTS)[number]

interface Row {
  unit: 'fps' | 'ms'
  values: Record<Side, number[]>
  /** How many things were in view. */
  seen: Partial<Record<Side, number>>
}

/** Gathers measurements by name and side, and says them as one table. */
export class Report {
  readonly #rows = new Map<string, Row>()
  readonly #loadBefore = loadavg()[0] ?? 0
  readonly #start = performance.now()

  constructor(readonly rounds: number) {}

  add(name: string, unit: 'fps' | 'ms', side: Side, value: number): void {
    const row = this.#rows.get(name) ?? { unit, values: { ours: [], plain: [] }, seen: {} }
    row.values[side].push(value)
    this.#rows.set(name, row)
  }

  /** How many moments or notes are in view in a scene; of ours some can stand in counted clusters. */
  saw(name: string, side: Side, count: number): void {
    const row = this.#rows.get(name)
    if (row) row.seen[side] = count
  }

  /** Median and spread of each, and ours as a part of plain. */
  table(): string {
    const rows = [...this.#rows].map(([name, { unit, values, seen }]) => {
      const { ours, plain } = values
      const inView = seen.ours === undefined ? '' : ` (in view ${seen.ours} and ${seen.plain})`
      return `| ${name}${inView} | ${said(ours, unit)} | ${said(plain, unit)} | ${verdict(ours, plain, unit)} |`
    })
    return ['| measure | Rotonde | plain tldraw | ratio |', '| --- | --- | --- | --- |', ...rows].join('\n')
  }

  /** Writes the page of the repository. */
  write(file: string): void {
    const gigabytes = Math.round(totalmem() / 2 ** 30)
    const load = `${this.#loadBefore.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`
    const minutes = ((performance.now() - this.#start) / 60_000).toFixed(1)
    writeFileSync(
      file,
      [
        '# How fast the canvas is',
        '',
        '`npm run bench:canvas` measures this anew and writes this page.',
        '',
        this.table(),
        '',
        `Medians of ${this.rounds} repetitions in turns (ours, plain, plain, ours, …), with the lowest and the highest in`,
        `brackets. Run in ${minutes} minutes on ${cpus().length} cores and ${gigabytes} GB, drawing in software (no graphics card); load of`,
        `the machine ${load} (the measurement is load itself). The numbers differ per machine and moment; the ratios`,
        'are what to look at, and those within a tenth of 1 are noise.',
        '',
        '## What is compared',
        '',
        '- **Ours** is the built product: the real server, a guest who has joined, all panels and tools of the board.',
        '- **Plain** is tldraw of the same version as its documentation starts it, with all its own panels, bundled for',
        '  production on a page from this machine. Its document is in its store before the canvas is there.',
        '- Where a card of ours stands, a note stands, as high (a note is square, so less wide), with the same title.',
        '- Same browser, same window (1280 × 800), and in each scene the same place and the same zoom for both. The plain',
        '  page may zoom out further than it does by itself; otherwise it could not show all 2,000.',
        '- Every page is opened in a new profile, with nothing in its cache. The server has served the board before.',
        '',
        '## How it is measured',
        '',
        '- **Open**: from the start of the navigation. _Can be read_: the first card (or counted cluster) or note stands',
        '  in the page and a frame has been drawn after it. Ours draws what is in view before the canvas library has come',
        '  to life; the plain page can not. _Can be worked with_: it stands on the canvas, and the last task that kept the',
        '  page busy for over 50 ms and was not followed by another within 0.4 s has ended. Ours signs in, connects and',
        '  receives the board from the server in that time; the plain page has its notes in the page itself.',
        '- **Pan**: Chromium without its limit of 60 frames a second. The page gets one step of the wheel per frame; the',
        '  frames a second are these steps by the time they took. 60 steps of 24 px one way, which is further than the',
        '  window is wide, so that cards come into view that were not drawn before, and the same way back. Zoomed out over',
        '  all it is 40 steps of 3 px, ten one way and ten back, so that all stays in view.',
        '- **In view**: every moment or note that is in the window, ours then the plain page; zoomed out over all, ours',
        '  count those in a cluster by the number that stands on it, and the sum is checked to be all of them.',
        '- **Layout**: dates to places, in Node, without drawing (15 times).',
        '- **On the other’s screen**: two browsers on the board of 300 through our server. One changes a title; the time',
        '  runs from the input in its page until the card in the other has the new words.',
        '- **A new name**: a family of 150 with 300 moments. One renames a person in the list; the time runs from the',
        '  input until the new name stands in all open views of two browsers: the list in the one, and list, timeline and',
        '  geno-sociogram in the other, which is laid out anew for it. Meant to be 150 ms or less in the median.',
        '  `BENCH_PARTS=rename npm run bench:canvas` measures it alone.',
        '',
        '## What is not compared',
        '',
        '- Loading over a slow line, and opening again with a warm cache.',
        '- A graphics card: both draw in software here, which makes painting dear for both.',
        '- Cards are not notes: ours show a head, a date and a stem, notes have text that can be edited in place. Ours',
        '  draws only what is near the view; the plain page keeps all notes in the page, as that library does.',
        '- Input that comes faster than frames: each frame has one step here.',
        '',
      ].join('\n'),
    )
  }
}

function verdict(ours: readonly number[], plain: readonly number[], unit: Row['unit']): string {
  if (ours.length === 0 || plain.length === 0) return ''
  const ratio = median(ours) / median(plain)
  const met = unit === 'fps' ? ratio >= 1 : ratio <= 1
  return `${ratio.toFixed(2)} × (${unit === 'fps' ? '≥' : '≤'} 1: ${met ? 'yes' : 'no'})`
}

function said(values: readonly number[], unit: string): string {
  if (values.length === 0) return ''
  const round = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0))
  const spread = values.length > 1 ? ` (${round(Math.min(...values))}–${round(Math.max(...values))})` : ''
  return `${round(median(values))} ${unit}${spread}`
}
