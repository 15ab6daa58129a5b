import sharp from 'sharp'
import { Problem } from '@/lib/access/problem'
import { formOf, isPictureForm, MAX_PICTURE_SIDE } from '@/lib/pictures/sniff'

/** A picture with more pixels is refused before it is unpacked: a small file can hold a huge one. */
const MAX_PIXELS = 60_000_000
/** Decoding one picture may take this long. Seconds. */
const MAX_SECONDS = 20
/** Readable as a page of text, and about a tenth of what a phone makes. */
const QUALITY = 84

// What was decoded stays in nobody's memory, and one picture never takes all processors from the people at the table.
sharp.cache(false)
sharp.concurrency(1)
// A second lock behind `formOf`: no other reader of the library (PDF, TIFF…) is ever run. The lock counts for the whole
// process, so it leaves open SVG, from which our own drawings become pictures; of what people bring `formOf` lets none by.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadSvgBuffer',
  ],
})

/** What is stored: JPEG, upright, without anything of the file that it came from but its pixels. */
export interface Recoded {
  bytes: Uint8Array
  /** Pixels. */
  width: number
  height: number
}

/**
 * Decodes a picture and makes a new one of its pixels: turned upright, at most `MAX_PICTURE_SIDE` pixels, in sRGB, on
 * white, the first frame only. What else the file held (place, camera, comments, profile, programs) is not in it.
 * Throws `no-picture` for what is none or is broken, `too-many-pixels` for one that is too large to unpack.
 */
export async function recode(file: Uint8Array): Promise<Recoded> {
  if (!isPictureForm(formOf(file))) throw new Problem('no-picture')
  const options = {
    limitInputPixels: MAX_PIXELS,
    failOn: 'error',
    animated: false,
    autoOrient: true,
  } as const
  try {
    const { width, height } = await sharp(file, { ...options, limitInputPixels: false }).metadata()
    if (width * height > MAX_PIXELS) throw new Problem('too-many-pixels')
    const { data, info } = await sharp(file, options)
      .timeout({ seconds: MAX_SECONDS })
      .resize({
        width: MAX_PICTURE_SIDE,
        height: MAX_PICTURE_SIDE,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY, progressive: true, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('no-picture')
  }
}
