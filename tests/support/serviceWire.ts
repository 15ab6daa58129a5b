import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A wire to a service, which the test cuts (refused and broken) or freezes (open, and nothing gets through). */
export class ServiceWire {
  readonly #lines = new Set<Socket>()
  readonly #dead = new WeakSet<Socket>()
  #cut = false
  #frozen = false

  private constructor(
    readonly port: number,
    readonly close: () => void,
  ) {}

  static async to(port: number, host: string): Promise<ServiceWire> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const proxy = new ServiceWire((server.address() as AddressInfo).port, () => {
      proxy.cut()
      server.close()
    })
    server.on('connection', (near) => proxy.#carry(near, port, host))
    return proxy
  }

  cut(): void {
    this.#cut = true
    for (const line of this.#lines) line.destroy()
  }

  /** As a cable that was pulled: no end is told. */
  freeze(): void {
    this.#frozen = true
    this.freezeOpen()
  }

  /** Only the lines that are open now; new ones get through. */
  freezeOpen(): void {
    for (const line of this.#lines) this.#dead.add(line)
  }

  mend(): void {
    // What was frozen stays dead, as after a long break.
    if (this.#frozen) for (const line of this.#lines) line.destroy()
    this.#cut = this.#frozen = false
  }

  #carry(near: Socket, port: number, host: string): void {
    if (this.#cut) return void near.destroy()
    const far = connect(port, host)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#lines.add(from)
      from.on('data', (bytes) => {
        if (!this.#frozen && !this.#dead.has(from)) to.write(bytes)
      })
      from.on('error', () => to.destroy())
      from.on('close', () => {
        this.#lines.delete(from)
        to.destroy()
      })
    }
  }
}
