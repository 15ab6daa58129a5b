import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { quantile } from './load'

/** Measurements by scene, name and server; says them as one table, medians of the rounds and ours as a part of theirs. */
export class Table {
  readonly #rows = new Map<
    string,
    { scene: string; name: string; unit: string; values: Map<string, number[]> }
  >()
  readonly #load = loadavg()[0] ?? 0

  add(scene: string, name: string, unit: string, server: string, value: number): void {
    const key = `${scene} ${name}`
    const row = this.#rows.get(key) ?? { scene, name, unit, values: new Map<string, number[]>() }
    row.values.set(server, [...(row.values.get(server) ?? []), value])
    this.#rows.set(key, row)
  }

  text(): string {
    const servers = [...new Set([...this.#rows.values()].flatMap((row) => [...row.values.keys()]))]
    const [ours = '', ...others] = servers
    const lines: string[] = []
    let scene = ''
    for (const row of this.#rows.values()) {
      if (row.scene !== scene) {
        scene = row.scene
        lines.push(
          '',
          `**${scene}**`,
          '',
          `| | ${servers.join(' | ')} | ${others.map((one) => `ours / ${one}`).join(' | ')} |`,
        )
        lines.push(`| --- |${' --- |'.repeat(servers.length + others.length)}`)
      }
      const median = (server: string) => quantile(row.values.get(server) ?? [], 0.5)
      const said = (server: string) => {
        const all = row.values.get(server)
        if (!all) return ''
        const spread = all.length > 1 ? ` (${number(Math.min(...all))}–${number(Math.max(...all))})` : ''
        return `${number(median(server))} ${row.unit}${spread}`
      }
      const ratio = (other: string) =>
        row.values.has(other) ? `${number(median(ours) / median(other))} ×` : ''
      lines.push(`| ${row.name} | ${servers.map(said).join(' | ')} | ${others.map(ratio).join(' | ')} |`)
    }
    return lines.join('\n').trim()
  }

  write(file: string, rounds: number): void {
    const gigabytes = Math.round(totalmem() / 2 ** 30)
    writeFileSync(
      file,
      `# How fast the sync server is

\`npm run bench:sync\` measures this anew and writes this page.

${this.text()}

Medians of ${rounds} rounds in turns, with the lowest and the highest in brackets; ${cpus().length} cores, ${gigabytes} GB, load of the machine ${this.#load.toFixed(1)} before. The server runs on one core, everybody else on the other. The numbers differ per machine; look at the ratios.

## What is compared

- **Rotonde** is the built product with journal, encryption, guard and acknowledgement on; only its limits are raised. Every edit is on disk before anybody else sees it.
- **y-websocket 2** and **Hocuspocus 4** as their documentation starts them: nothing stored, encrypted or checked.
- People are connections that send real Yjs updates (a field of a record of their own) and cursors. Watchers look for a mark in the bytes that arrive, so that it does not matter how a server bundles them.

## How it is measured

- **edit, cursor**: from the moment before it is sent to the moment at which a watcher has it, 95 of 100. **called saved**: to our message that it is on disk. **arrived**: of the edits that watchers should have heard of; one that its author has overtaken with a later one counts as arrived with that.
- **processor**: user and system time of the server's process, all threads. B1 to B4: after it has worked for twelve seconds in forty small rooms, for what is compiled in the first half minute of a server is no part of a meeting.
- **fresh client has it**: from opening the socket to the frame with the whole state. **from sleep on disk**: the same, some seconds after a restart of the server.
- **B6**: the last step of the rate at which 95 of 100 edits arrive within 100 ms, and what of the next step still does. **B7**: a reader that stops keeps its line open and takes nothing from it.
`,
    )
  }
}

function number(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return value >= 100
    ? Math.round(value).toLocaleString('en')
    : value >= 10
      ? value.toFixed(0)
      : value.toFixed(2)
}
