/** Another node has written what we cannot follow row by row: load anew, then try again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
  constructor() {
    super('another node has written to this document')
  }
}

/** The document was rewritten: what was made for its former epoch is not written any more. Load anew. */
export class EpochEnded extends Error {
  override readonly name = 'EpochEnded'
  constructor() {
    super('the document has been rewritten')
  }
}

/** A client id of this batch belongs to somebody who used it first, on another node. Nothing was written. */
export class ForeignClients extends Error {
  override readonly name = 'ForeignClients'
  constructor() {
    super('a client id belongs to somebody else')
  }
}
