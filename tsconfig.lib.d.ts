/** What lib/ may use of the world around it: only what browsers and Node have alike. */
declare class URL {
  constructor(url: string, base?: string)
  readonly host: string
  readonly hostname: string
  readonly port: string
  readonly href: string
  readonly origin: string
  readonly pathname: string
  readonly protocol: string
  readonly search: string
  readonly hash: string
}

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
}
