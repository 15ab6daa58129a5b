/** Another node has written what we cannot follow row by row: load anew, then try again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
  constructor() {
    super('another node has written to this document')
  }
}

/** A client id of this batch belongs to somebody who used it first, on another node. Nothing was written. */
export class ForeignClients extends Error {
  override readonly name = 'ForeignClients'
  constructor() {
    super('a client id belongs to somebody else')
  }
}
