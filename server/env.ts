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

/** The message repeats nothing of what was given: there may be a password in it. */
function address(protocol: RegExp, example: string) {
  const fits = (text: string) => URL.canParse(text) && protocol.test(new URL(text).protocol)
  return z.string().refine(fits, `must be an address such as ${example}`)
}

const Variables = z.object({
  NODE_ENV: z.string().default('production'),
  PORT: Port.default(3000),
  HOST: z.string().optional(),
  PUBLIC_URL: Origin.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  /** Absent: SQLite in DATA_DIR, for one process. */
  DATABASE_URL: address(/^postgres(ql)?:$/, 'postgres://user:password@host:5432/name').optional(),
  /** Redis or Valkey that the nodes hear each other over. */
  REDIS_URL: address(/^rediss?:$/, 'redis://host:6379').optional(),
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
  /** What one person may hand in for who may know of it, a minute. */
  LIMIT_PROPOSALS: limit(10),
  /** Private entries that one person may write, change or withdraw, a minute. */
  LIMIT_ENTRIES: limit(60),
})

const Env = Variables.superRefine((env, context) => {
  const wrong = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
  if (env.REDIS_URL && !env.DATABASE_URL)
    wrong('REDIS_URL', 'several nodes need a database that they share; give DATABASE_URL as well')
  // Generated ones lie in one node's DATA_DIR, where the next node has others and can read nothing.
  if (env.DATABASE_URL)
    for (const name of ['AUTH_SECRET', 'MASTER_KEY'] as const)
      if (!env[name]) wrong(name, 'must be given with DATABASE_URL, the same to every node')
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
