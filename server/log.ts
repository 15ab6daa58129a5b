import pino, { type Logger } from 'pino'

export type { Logger }

/**
 * Structured logs on stderr. They say that something happened, to which id; never what a board holds, what
 * anybody is called, or a token. Pass ids and counts only.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}
