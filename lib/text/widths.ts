/**
 * Advance widths of Atkinson Hyperlegible Next (upright, weights 400 and 700) in thousandths of an em, measured
 * in Chromium from the font file that we serve. A table and not a canvas, so that every client and the server
 * break lines at the same place. Kerning is left out: it only ever makes text a little narrower.
 */
interface WidthTable {
  /** U+0020 to U+007E. */
  ascii: readonly number[]
  /** U+00A0 to U+00FF. */
  latin1: readonly number[]
  /** Dashes, quotes, bullet, ellipsis, euro. */
  others: Readonly<Record<string, number>>
}

const REGULAR: WidthTable = {
  // prettier-ignore
  ascii: [280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387, 648, 407, 548, 576, 614, 588, 598, 510, 615, 595, 210, 210, 553, 628, 553, 480, 778, 626, 613, 645, 669, 569, 552, 694, 694, 392, 512, 631, 541, 824, 693, 714, 592, 724, 614, 592, 558, 690, 593, 856, 623, 575, 607, 317, 387, 344, 552, 372, 243, 525, 566, 485, 564, 538, 314, 558, 550, 252, 245, 492, 262, 845, 550, 548, 566, 574, 349, 471, 326, 540, 461, 684, 481, 449, 460, 344, 237, 344, 555],
  // prettier-ignore
  latin1: [280, 286, 485, 610, 580, 575, 237, 528, 368, 798, 371, 562, 602, 0, 798, 356, 352, 579, 382, 383, 243, 576, 509, 240, 265, 256, 380, 562, 816, 820, 867, 450, 626, 626, 626, 626, 626, 626, 891, 645, 569, 569, 569, 569, 392, 392, 392, 392, 689, 693, 714, 714, 714, 714, 714, 532, 714, 690, 690, 690, 690, 575, 592, 582, 525, 525, 525, 525, 525, 525, 866, 485, 538, 538, 538, 538, 252, 252, 252, 266, 565, 550, 548, 548, 548, 548, 548, 606, 548, 540, 540, 540, 540, 449, 566, 449],
  // prettier-ignore
  others: { '–': 504, '—': 824, "‘": 236, "’": 236, '“': 399, '”': 399, '•': 438, '…': 670, '€': 664 },
}

const BOLD: WidthTable = {
  // prettier-ignore
  ascii: [313, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440, 659, 440, 579, 600, 624, 608, 626, 537, 624, 571, 272, 272, 569, 612, 569, 547, 781, 678, 643, 658, 689, 597, 566, 718, 701, 425, 561, 664, 552, 858, 717, 747, 629, 757, 650, 610, 607, 686, 644, 886, 685, 650, 618, 340, 440, 344, 582, 400, 288, 552, 596, 510, 596, 563, 365, 593, 571, 300, 259, 555, 318, 882, 571, 576, 596, 599, 376, 508, 376, 567, 530, 740, 540, 521, 506, 381, 254, 381, 537],
  // prettier-ignore
  latin1: [313, 303, 510, 634, 593, 650, 254, 555, 432, 798, 391, 649, 615, 0, 798, 383, 394, 611, 402, 407, 288, 576, 521, 294, 298, 284, 403, 649, 846, 853, 921, 526, 678, 678, 678, 678, 678, 678, 966, 658, 597, 597, 597, 597, 425, 425, 425, 425, 709, 717, 747, 747, 747, 747, 747, 536, 747, 686, 686, 686, 686, 650, 629, 621, 552, 552, 552, 552, 552, 552, 878, 510, 563, 563, 563, 563, 300, 300, 300, 314, 588, 571, 576, 576, 576, 576, 576, 595, 576, 567, 567, 567, 567, 521, 596, 521],
  // prettier-ignore
  others: { '–': 501, '—': 832, "‘": 269, "’": 269, '“': 479, '”': 479, '•': 438, '…': 781, '€': 678 },
}

export type FontWeight = 'regular' | 'bold'

/** Wide enough for a letter the table does not know (Polish, Turkish, Greek, Cyrillic). */
const UNKNOWN = 700
/** CJK and emoji fill the whole square. */
const FULL = 1_000

/** Width of one code point in thousandths of the font size. */
function advance(char: string, table: WidthTable): number {
  const code = char.codePointAt(0) ?? 0
  if (code >= 0x20 && code <= 0x7e) return table.ascii[code - 0x20] ?? UNKNOWN
  if (code >= 0xa0 && code <= 0xff) return table.latin1[code - 0xa0] ?? UNKNOWN
  // Control characters, combining accents, joiners and variation selectors take no room of their own.
  if (code < 0x20 || /^[\p{Mn}\p{Cf}\uFE0F]$/u.test(char)) return 0
  return table.others[char] ?? (code >= 0x2e80 ? FULL : UNKNOWN)
}

/** Width of a text on one line in px at `fontPx`. */
export function textWidth(text: string, fontPx: number, weight: FontWeight): number {
  const table = weight === 'bold' ? BOLD : REGULAR
  let sum = 0
  for (const char of text) sum += advance(char, table)
  return (sum * fontPx) / 1_000
}
