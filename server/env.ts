import { z } from 'zod'

const Port = z.coerce.number().int().min(0).max(65_535)
const limit = (fallback: number) => z.coerce.number().int().positive().default(fallback)
/** A secret that is given must be long enough to be one; absent, it is generated into DATA_DIR. */
const Secret = z.string().min(32, 'must be at least 32 characters').optional()

/** Pages stand at the root of their host, so an address with a path would make links that lead nowhere. */
const Origin = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://rotonde.example' })
  .refine(isOrigin, 'must be only a protocol, a host and perhaps a port, such as https://rotonde.example')

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`
}

const Env = z.object({
  NODE_ENV: z.string().default('production'),
  PORT: Port.default(3000),
  HOST: z.string().optional(),
  PUBLIC_URL: Origin.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.never('several nodes on PostgreSQL are not built yet; leave it out for SQLite').optional(),
  REDIS_URL: z.never('several nodes are not built yet; leave it out').optional(),
  AUTH_SECRET: Secret,
  MASTER_KEY: Secret,
  TLDRAW_LICENSE_KEY: z.string().optional(),
  /** Set to 1 behind one reverse proxy: the last address of X-Forwarded-For is then the client's. */
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Largest frame over the socket, bytes. */
  LIMIT_FRAME_BYTES: limit(256 * 1024),
  /** Frames a connection may send, per second and at once. Our own client sends at most 40. */
  LIMIT_FRAMES_PER_SECOND: limit(60),
  LIMIT_FRAMES_BURST: limit(300),
  LIMIT_BYTES_PER_SECOND: limit(512 * 1024),
  /** What the pictures of one board may take together, bytes. */
  LIMIT_PICTURE_BYTES: limit(250 * 1024 * 1024),
  /** Sockets of one principal at a time. */
  LIMIT_SOCKETS: limit(40),
  /** Tries of a password per address and e-mail in 15 minutes. */
  LIMIT_SIGN_INS: limit(10),
  /** Wrong join links or return codes per address in a minute. */
  LIMIT_JOINS: limit(20),
})

export type Env = z.infer<typeof Env>

/** Empty variables count as absent, as they do in every compose file. Throws one clear line. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = Env.safeParse(given)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The configuration is wrong. ${lines.join('; ')}`)
}
