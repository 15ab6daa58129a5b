import { num } from '@/lib/drawing/xml'

/** Slanted lines that fill a rectangle and stay inside it, as path data; `step` is their distance along x. */
export function hatch(box: { x: number; y: number; w: number; h: number }, step: number): string {
  const lines: string[] = []
  // A line runs up to the right: from (at, bottom) to (at + h, top), cut at both sides of the box.
  for (let at = box.x - box.h + step / 2; at < box.x + box.w; at += step) {
    const left = Math.max(at, box.x)
    const right = Math.min(at + box.h, box.x + box.w)
    if (right - left < 0.5) continue
    const y = (x: number) => box.y + box.h - (x - at)
    lines.push(`M${num(left)} ${num(y(left))}L${num(right)} ${num(y(right))}`)
  }
  return lines.join('')
}
