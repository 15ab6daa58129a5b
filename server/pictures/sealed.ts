import type { Cipher } from '../store/cipher'

const context = (boardId: string, id: string) => `picture ${boardId} ${id}`

/** A picture under its board's key; board and id are part of what the encryption authenticates. */
export const sealPicture = (cipher: Cipher, boardId: string, id: string, bytes: Uint8Array): Uint8Array =>
  cipher.seal(bytes, context(boardId, id))

/** Throws when it is not what was stored there. */
export const openPicture = (cipher: Cipher, boardId: string, id: string, sealed: Uint8Array): Uint8Array =>
  cipher.open(sealed, context(boardId, id))
