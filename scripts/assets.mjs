/**
 * Copies what the browser needs from installed packages to public/: the canvas library's fonts, icons,
 * translations and embed icons, and our typeface. Nothing is fetched from elsewhere when the product runs.
 *
 * Does nothing when public/<folder>/VERSION names the installed version. Exits 0, or throws with a plain message.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** @type {{from: string, to: string, copy: [source: string, target: string][]}[]} */
const SETS = [
  {
    from: '@tldraw/assets',
    to: 'tldraw',
    copy: ['fonts', 'icons', 'translations', 'embed-icons'].map((folder) => [folder, folder]),
  },
  {
    from: '@fontsource-variable/atkinson-hyperlegible-next',
    to: 'fonts',
    copy: [
      ...['latin', 'latin-ext'].flatMap((script) =>
        ['normal', 'italic'].map((style) => {
          const file = `atkinson-hyperlegible-next-${script}-wght-${style}.woff2`
          return [join('files', file), file]
        }),
      ),
      ['LICENSE', 'LICENSE'],
    ],
  },
]

/** Whether public/<to> already holds this version, whole. */
function isCurrent(target, version, copy) {
  const stamp = join(target, 'VERSION')
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8').trim() === version &&
    copy.every(([, name]) => existsSync(join(target, name)))
  )
}

/** Copies every set that is missing or of another version; returns the names of those it copied. */
export function copyAssets(root = ROOT) {
  return SETS.filter(({ from, to, copy }) => {
    const source = join(root, 'node_modules', from)
    const manifest = join(source, 'package.json')
    if (!existsSync(manifest)) throw new Error(`${from} is not installed: run npm ci first`)
    const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
    const target = join(root, 'public', to)
    if (isCurrent(target, version, copy)) return false
    // Filled aside and swapped: an interrupted copy never looks whole.
    const aside = `${target}.new`
    rmSync(aside, { recursive: true, force: true })
    mkdirSync(aside, { recursive: true })
    for (const [file, name] of copy) cpSync(join(source, file), join(aside, name), { recursive: true })
    writeFileSync(join(aside, 'VERSION'), `${version}\n`)
    rmSync(target, { recursive: true, force: true })
    renameSync(aside, target)
    return true
  }).map(({ to }) => to)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const copied = copyAssets()
  if (copied.length) console.error(`copied to public/: ${copied.join(', ')}`)
}
