// Loaded into a server before anything else (`NODE_OPTIONS=--import`), in each of its threads: its wall clock is off by as
// many milliseconds as the file CLOCK_FILE says at the moment. Timers go on at the real pace, as after `date -s`.
import { readFileSync } from 'node:fs'

const RealDate = Date
let off = 0
function look() {
  try {
    off = Number(readFileSync(process.env.CLOCK_FILE, 'utf8'))
  } catch {
    // Between two writings it may be empty; the last one holds.
  }
}
look()
setInterval(look, 10).unref()

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + off)
    else super(...given)
  }
  static now() {
    return RealDate.now() + off
  }
}
