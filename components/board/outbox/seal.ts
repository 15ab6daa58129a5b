import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Edit } from '@/lib/sync/epoch/edits'
import type { Batch } from './database'

const IV_BYTES = 12

/** What is sealed: the changes, and what they did, said without the document that they were done in. */
interface Kept {
  changes: Uint8Array[]
  edits: Edit[]
}

type Label = Pick<Batch, 'document' | 'schema' | 'epoch' | 'writer'>

/** What stands beside the sealed bytes is sealed along: no batch can be passed off as one of another board. */
const labelOf = ({ document, schema, epoch, writer }: Label) =>
  new TextEncoder().encode(JSON.stringify([document, schema, epoch, writer]))

export async function seal(
  key: CryptoKey,
  label: Label,
  { changes, edits }: { changes: readonly Uint8Array[]; edits: readonly Edit[] },
): Promise<Pick<Batch, 'iv' | 'sealed'>> {
  const plain = encoding.createEncoder()
  encoding.writeVarUint(plain, changes.length)
  for (const change of changes) encoding.writeVarUint8Array(plain, change)
  encoding.writeAny(plain, edits as unknown as Parameters<typeof encoding.writeAny>[1])
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: labelOf(label) },
    key,
    encoding.toUint8Array(plain),
  )
  return { iv, sealed }
}

/** Rejects when it was sealed with another key or label. */
export async function unseal(key: CryptoKey, batch: Batch): Promise<Kept> {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: batch.iv, additionalData: labelOf(batch) },
    key,
    batch.sealed,
  )
  const input = decoding.createDecoder(new Uint8Array(plain))
  const changes = Array.from({ length: decoding.readVarUint(input) }, () => decoding.readVarUint8Array(input))
  // What was kept before this was said along has changes only.
  return { changes, edits: decoding.hasContent(input) ? (decoding.readAny(input) as Edit[]) : [] }
}
