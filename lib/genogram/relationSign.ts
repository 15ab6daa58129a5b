import type { Shape } from '@/lib/drawing/shapes'
import { SIGN_H, SIGN_W } from './drawLegend'
import { drawTrack } from './lines/drawTrack'
import { GENOGRAM_THEME } from './theme'
import type { GenogramStyle } from './types'
import type { GenogramWords } from './words'

const FROM = { x: 3, y: SIGN_H / 2 }
const TO = { x: SIGN_W - 3, y: SIGN_H / 2 }
const TRACK = { id: '', from: FROM, c1: FROM, c2: TO, to: TO, mid: FROM, label: null, free: true }

/** A kind of relation as a small picture of its line, in a box of `SIGN_W` × `SIGN_H`; the same as on the canvas. */
export function relationSign(type: string, style: GenogramStyle, words: GenogramWords): Shape[] {
  const relation = {
    id: '',
    from: '',
    to: '',
    type,
    directed: false,
    order: '',
    ended: false,
    support: [],
    accordingTo: '',
    secret: false,
    reserved: false,
  }
  return drawTrack(TRACK, relation, style, GENOGRAM_THEME, words)
}
