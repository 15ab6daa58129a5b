/** Largest file that is taken in, bytes. A photo of a phone has 3 to 8 million. */
export const MAX_PICTURE_BYTES = 15 * 1024 * 1024

/** Longest side of what is stored, pixels: a page of A4 stays readable. */
export const MAX_PICTURE_SIDE = 2_000

/** What is taken in, as a file chooser asks for it. */
export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/gif'

export type PictureForm = 'jpeg' | 'png' | 'webp' | 'gif'
/** What people often try, and can be told how to bring all the same. */
export type OtherForm = 'heic' | 'pdf' | 'other'

/** How many of the first bytes `formOf` looks at. */
export const HEAD_BYTES = 16

/**
 * What a file is by its first bytes: its name and the type that a browser gives it prove nothing. Only the four forms
 * of `PictureForm` ever reach a decoder; SVG, which can hold programs, is `other`.
 */
export function formOf(head: Uint8Array): PictureForm | OtherForm {
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES))
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif'
  if (text.startsWith('%PDF')) return 'pdf'
  if (text.slice(4, 8) === 'ftyp' && /^(hei[cxms]|hev[cx]|mif1|msf1)/.test(text.slice(8, 12))) return 'heic'
  return 'other'
}

export function isPictureForm(form: PictureForm | OtherForm): form is PictureForm {
  return form === 'jpeg' || form === 'png' || form === 'webp' || form === 'gif'
}
