import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { median } from './measure'

type Side = 'ours' | 'plain'

/** Gathers measurements by name and side, and says them as one table. */
export class Report {
  readonly #values = new Map<string, { unit: string; better: 'more' | 'less' } & Record<Side, number[]>>()
  readonly #notes: string[] = []
  readonly #loadBefore = loadavg()[0] ?? 0

  add(name: string, unit: 'fps' | 'ms', side: Side, value: number): void {
    const known = this.#values.get(name) ?? {
      unit,
      better: unit === 'fps' ? 'more' : 'less',
      ours: [],
      plain: [],
    }
    known[side].push(value)
    this.#values.set(name, known)
  }

  note(line: string): void {
    this.#notes.push(line)
  }

  /** Median and spread of each, and ours as a part of plain. */
  table(): string {
    const rows = [...this.#values].map(([name, { unit, better, ours, plain }]) => {
      const ratio = ours.length && plain.length ? median(ours) / median(plain) : NaN
      const met = better === 'more' ? ratio >= 1 : ratio <= 1
      const verdict = Number.isNaN(ratio)
        ? ''
        : `${ratio.toFixed(2)} × (${better === 'more' ? '≥' : '≤'} 1: ${met ? 'yes' : 'no'})`
      return `| ${name} | ${said(ours, unit)} | ${said(plain, unit)} | ${verdict} |`
    })
    return ['| measure | Rotonde | plain tldraw | ratio |', '| --- | --- | --- | --- |', ...rows].join('\n')
  }

  /** Writes the page of the repository. */
  write(file: string): void {
    const cores = cpus().length
    const gigabytes = Math.round(totalmem() / 2 ** 30)
    const load = `${this.#loadBefore.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`
    writeFileSync(
      file,
      [
        '# How fast the canvas is',
        '',
        '`npm run bench:canvas` measures this anew and writes this page: the built product with the real server, and',
        'plain tldraw of the same version on a page of its own with as many notes, in the same browser, window and run,',
        'in turns. A note stands where our card stands and is as high.',
        '',
        this.table(),
        '',
        ...this.#notes.map((line) => `- ${line}`),
        '',
        `Medians, with the lowest and the highest in brackets. Run on ${cores} cores and ${gigabytes} GB, drawing in`,
        `software (no graphics card); load of the machine ${load}. The numbers differ per machine and moment; the`,
        'ratios are what to look at, and those within a tenth of 1 are noise.',
        '',
        '## How it is measured',
        '',
        '- **Free frames**: Chromium without its limit of 60 frames a second. The page gets one step of the wheel per',
        '  frame, 120 steps there and back; the frames a second are these steps by the time they took.',
        '- **Wheel**: Chromium as people have it, at most 60 frames a second, moved by its own wheel input. Two pages',
        '  that are both fast enough show the same here; the 95th percentile of the time between two frames shows hitches.',
        '- **Open**: a new browser profile each time. From the start of the navigation until the first card or note has',
        '  been painted, and until the page has come to rest after it. Ours signs in, connects and receives the board',
        '  from the server in that time; the plain page reads its notes from a file.',
        '- **On the other’s screen**: two browsers on one board through our server; one changes a title, and the time is',
        '  taken until the card in the other has the new words.',
        '',
      ].join('\n'),
    )
  }
}

function said(values: readonly number[], unit: string): string {
  if (values.length === 0) return ''
  const round = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0))
  const spread = values.length > 1 ? ` (${round(Math.min(...values))}–${round(Math.max(...values))})` : ''
  return `${round(median(values))} ${unit}${spread}`
}
