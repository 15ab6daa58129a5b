/**
 * A spreadsheet runs a cell that begins with one of these. On the way out such a cell gets an apostrophe in front,
 * which a spreadsheet takes for "this is text"; on the way in it is taken off again. A cell that had apostrophes
 * of its own before such a sign gets one more, so that nothing is lost either way.
 */
const DANGEROUS = /^'*[=+\-@\t\r]/
const GUARDED = /^'+[=+\-@\t\r]/

export function guard(cell: string): string {
  return DANGEROUS.test(cell) ? `'${cell}` : cell
}

export function unguard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell
}
