import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

interface Line {
  client: Socket
  server: Socket
  /** What the client said first: who it is. */
  head: string
  /** Nothing goes through any more, in either direction, and neither end is told. */
  isDead: boolean
}

type Fate = 'swallow' | 'refuse'

/**
 * A network between a browser and the server, of plain bytes. It can be broken for some and not for others: for those
 * whose first words bear certain texts, such as what they ask for and their cookie. What was swallowed is gone, as on a line whose other
 * end has lost its memory; it is the harder case.
 */
export class TcpProxy {
  readonly #server: Server
  readonly #lines = new Set<Line>()
  #target = 0
  #fate: { of: readonly string[]; how: Fate } | null = null

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(): Promise<TcpProxy> {
    const server = createServer()
    const proxy = new TcpProxy(server)
    server.on('connection', (client: Socket) => proxy.#join(client))
    await new Promise<void>((resolve) => server.listen(0, resolve))
    return proxy
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** Where everything goes. */
  lead(port: number): void {
    this.#target = port
  }

  /** Open lines that bear all of these go silent without being closed, and new ones too. */
  swallow(...of: string[]): void {
    this.#break(of, 'swallow')
  }

  /** Open lines that bear all of these end, and new ones are not taken. */
  refuse(...of: string[]): void {
    this.#break(of, 'refuse')
  }

  /** New lines go through; those that were swallowed hear of each other's end now. */
  heal(): void {
    this.#fate = null
    for (const line of this.#lines) if (line.isDead) this.#tellEnd(line)
  }

  close(): void {
    for (const line of this.#lines) this.#end(line)
    this.#server.close()
  }

  #break(of: readonly string[], how: Fate): void {
    this.#fate = { of, how }
    for (const line of this.#lines) this.#meet(line)
  }

  #join(client: Socket): void {
    const server = connect(this.#target, 'localhost')
    const line: Line = { client, server, head: '', isDead: false }
    this.#lines.add(line)
    client.on('data', (bytes: Buffer) => {
      if (line.head === '') {
        line.head = bytes.toString('latin1')
        this.#meet(line)
      }
      if (!line.isDead) server.write(bytes)
    })
    server.on('data', (bytes: Buffer) => {
      if (!line.isDead) client.write(bytes)
    })
    for (const end of [client, server]) {
      end.on('error', () => end.destroy())
      end.on('close', () => {
        if (!line.isDead || !this.#fate) this.#tellEnd(line)
      })
    }
  }

  #meet(line: Line): void {
    if (!this.#fate?.of.every((text) => line.head.includes(text))) return
    line.isDead = true
    if (this.#fate.how === 'refuse') this.#end(line)
  }

  #tellEnd(line: Line): void {
    if (line.client.destroyed || line.server.destroyed) this.#end(line)
  }

  #end(line: Line): void {
    this.#lines.delete(line)
    line.client.destroy()
    line.server.destroy()
  }
}
