// `npm run lockfile`, after a change of packages: adds the optional packages of other platforms that a registry
// without them left out. `npm ci` refuses a lockfile that lacks them, on every platform; with --check it only says
// which are missing. What is added has no checksum, because nobody here has seen the package.
import { readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from './tasks/paths.mjs'

const FILE = inRoot('package-lock.json')
const EXACT = /^\d+\.\d+\.\d+/

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
/** Longer names first: `arm64` is also how `arm` starts. */
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

/** What it runs on, read from its name as all such packages have it: `binding-linux-x64-musl`. @param {string} name */
function platform(name) {
  const words = name.split(/[-/]/)
  const os = SYSTEMS.filter((system) => words.includes(system))
  const cpu = PROCESSORS.filter((processor) => words.includes(processor))
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : []
  return { cpu, ...(libc.length > 0 ? { libc } : {}), ...(os.length > 0 ? { os } : {}) }
}

const lockfile = JSON.parse(readFileSync(FILE, 'utf8'))
/** @type {[string, object][]} */
const missing = Object.entries(lockfile.packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name, version]) => EXACT.test(version) && !(`node_modules/${name}` in lockfile.packages))
    .filter(([name]) => !(`${path}/node_modules/${name}` in lockfile.packages))
    .map(([name, version]) => [
      `node_modules/${name}`,
      {
        version,
        ...platform(name),
        ...(entry.dev ? { dev: true } : {}),
        license: entry.license,
        optional: true,
      },
    ]),
)

const unknown = missing.filter(([, entry]) => !('cpu' in entry) || entry.cpu.length === 0)
if (unknown.length > 0)
  throw new Error(`no platform in the name of ${unknown.map(([path]) => path).join(', ')}`)

if (process.argv.includes('--check')) {
  for (const [path] of missing) process.stderr.write(`missing in package-lock.json: ${path}\n`)
  process.exitCode = missing.length > 0 ? 1 : 0
} else {
  const entries = Object.entries(lockfile.packages).concat(missing)
  lockfile.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync(FILE, `${JSON.stringify(lockfile, null, 2)}\n`)
}
