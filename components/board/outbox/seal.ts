import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Batch } from './database'

const IV_BYTES = 12

type Label = Pick<Batch, 'document' | 'schema' | 'epoch' | 'writer'>

/** What stands beside the sealed bytes is sealed along: no batch can be passed off as one of another board. */
const labelOf = ({ document, schema, epoch, writer }: Label) =>
  new TextEncoder().encode(JSON.stringify([document, schema, epoch, writer]))

export async function seal(
  key: CryptoKey,
  label: Label,
  changes: readonly Uint8Array[],
): Promise<Pick<Batch, 'iv' | 'sealed'>> {
  const plain = encoding.createEncoder()
  encoding.writeVarUint(plain, changes.length)
  for (const change of changes) encoding.writeVarUint8Array(plain, change)
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: labelOf(label) },
    key,
    encoding.toUint8Array(plain),
  )
  return { iv, sealed }
}

/** Rejects when it was sealed with another key or label. */
export async function unseal(key: CryptoKey, batch: Batch): Promise<Uint8Array[]> {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: batch.iv, additionalData: labelOf(batch) },
    key,
    batch.sealed,
  )
  const input = decoding.createDecoder(new Uint8Array(plain))
  return Array.from({ length: decoding.readVarUint(input) }, () => decoding.readVarUint8Array(input))
}
