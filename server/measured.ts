import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { App } from './app'

/** Everything that `/metrics` says. */
export function measured({ hub, rooms, figures }: Pick<App, 'hub' | 'rooms' | 'figures'>): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  const counter = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(read())
      },
    })
  gauge('rotonde_sockets', 'Open sockets.', () => hub.size)
  gauge('rotonde_rooms', 'Documents that are awake.', () => rooms.awake)
  gauge('rotonde_waiting_bytes', 'Sent, and not taken by their readers yet.', () => hub.waiting)
  counter('rotonde_updates_total', 'Updates of people that became durable.', () => figures.updates)
  counter('rotonde_frames_total', 'Frames handed to the lines.', () => figures.frames)
  const refused = new Counter({
    name: 'rotonde_refused_total',
    help: 'Frames that were not taken, by reason.',
    labelNames: ['reason'],
    registers: [],
    collect() {
      this.reset()
      for (const [reason, count] of figures.refused) this.inc({ reason }, count)
    },
  })
  registry.registerMetric(refused)
  registry.registerMetric(figures.commits)
  return registry
}
