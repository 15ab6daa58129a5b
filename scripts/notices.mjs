// `npm run notices`: writes licenses/NOTICES.md from what is installed; with --check it only says whether it is current.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from './tasks/paths.mjs'

const TARGET = inRoot('licenses/NOTICES.md')
const LICENCE_FILE = /^licen[sc]e(?:\.(?:md|txt))?$/i

/** The text is kept in a file of its own, because the package only links to it or because others need it. */
const OWN_FILE = new Map([
  ['@tldraw/assets', 'tldraw-3.15.md'],
  ['tldraw', 'tldraw-3.15.md'],
  ['@fontsource-variable/atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-OFL-1.1.txt'],
])

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(inRoot(path), 'utf8'))

/** @param {string} name @returns {{ name: string, version: string, licence: string, text: string | null }} */
function installed(name) {
  const folder = `node_modules/${name}`
  const { version, license } = json(`${folder}/package.json`)
  const file = readdirSync(inRoot(folder)).find((entry) => LICENCE_FILE.test(entry))
  const text = file === undefined || OWN_FILE.has(name) ? null : readFileSync(inRoot(folder, file), 'utf8')
  return { name, version, licence: linked(name, license), text }
}

/** @param {string} name @param {string} licence */
function linked(name, licence) {
  const file = OWN_FILE.get(name)
  if (file === undefined) return licence
  return `[${licence.startsWith('SEE') ? 'tldraw license (3.x)' : licence}](${file})`
}

/** Licence → packages that come along with ours; from the lockfile, so the same on every platform. */
function others(/** @type {Set<string>} */ direct) {
  /** @type {Map<string, Set<string>>} */
  const byLicence = new Map()
  for (const [path, { license, dev }] of Object.entries(json('package-lock.json').packages)) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    if (path === '' || dev || direct.has(name)) continue
    const licence = license?.startsWith('SEE') ? 'tldraw license (3.x)' : (license ?? 'not stated')
    byLicence.set(licence, (byLicence.get(licence) ?? new Set()).add(name))
  }
  return [...byLicence].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** @param {{ name: string, version: string, licence: string }[]} packages */
const table = (packages) =>
  ['| package | version | licence |', '| --- | --- | --- |']
    .concat(packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`))
    .join('\n')

function notices() {
  const { dependencies, devDependencies } = json('package.json')
  const product = Object.keys(dependencies).map(installed)
  const tools = Object.keys(devDependencies).map(installed)
  const direct = new Set([...product, ...tools].map(({ name }) => name))
  const texts = product
    .filter(({ text }) => text !== null)
    .map(({ name, text }) => `### ${name}\n\n\`\`\`text\n${String(text).replaceAll('\r', '').trim()}\n\`\`\``)
  const rest = others(direct).map(([licence, names]) => `- **${licence}**: ${[...names].sort().join(', ')}`)
  return `${[
    '# Notices',
    'What Rotonde is made with, and under which licences. Made by `npm run notices`; a test keeps it current.',
    '## In the product',
    table(product),
    '## Only for development and tests',
    table(tools),
    '## What these bring along',
    rest.join('\n'),
    '## Licence texts',
    ...texts,
  ].join('\n\n')}\n`
}

const current = notices()
if (process.argv.includes('--check')) {
  const same = existsSync(TARGET) && readFileSync(TARGET, 'utf8') === current
  if (!same) process.stderr.write('licenses/NOTICES.md is not current: run npm run notices\n')
  process.exitCode = same ? 0 : 1
} else {
  writeFileSync(TARGET, current)
}
