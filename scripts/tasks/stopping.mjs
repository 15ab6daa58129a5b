import { readFileSync } from 'node:fs'

// Who stops `npm start` often stops npm only. npm passes the signal to a shell, the shell does not pass it on,
// and what it had started would go on by itself: a server on a port that nobody knows of.

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }
const LOOK_EVERY_MS = 500

const exits = Object.entries(EXIT_CODES).map(([signal, code]) => ({ signal, stop: () => process.exit(code) }))

/** From here on a signal ends this process in order, so that what it runs is ended too (see run.mjs). */
export function stopOnSignals() {
  for (const { signal, stop } of exits) process.on(signal, stop)
}

/** The server, or the command line, decides itself what a signal does. */
export function leaveSignals() {
  for (const { signal, stop } of exits) process.off(signal, stop)
}

/** Parent and grandparent: the shell and npm. Where there is no /proc, the parent only. */
function ancestors() {
  try {
    // pid (name) state ppid …; a name may hold spaces and brackets, so count from the last one.
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${
      stat
        .slice(stat.lastIndexOf(')') + 1)
        .trim()
        .split(' ')[1]
    }`
  } catch {
    return `${process.ppid}`
  }
}

/** Sends ourselves SIGTERM once when npm, or the shell between, is gone. Only where npm started us. */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const atStart = ancestors()
  const look = setInterval(() => {
    if (ancestors() === atStart) return
    clearInterval(look)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_EVERY_MS)
  look.unref()
}
