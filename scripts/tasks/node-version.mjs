// Kept in syntax that old versions of Node can read: it has to run there to be able to say so.

const MINIMUM = [20, 19]

/**
 * What is wrong with this version of Node, or null when it will do.
 * @param {string} version such as "20.19.0"
 * @returns {string | null}
 */
export function nodeVersionProblem(version) {
  const [major, minor] = version.split('.').map(Number)
  const enough = major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])
  return enough
    ? null
    : 'Rotonde needs Node ' + MINIMUM.join('.') + ' or newer; this is Node ' + version + '.'
}

export function requireNode() {
  const problem = nodeVersionProblem(process.versions.node)
  if (problem === null) return
  process.stderr.write('✗ ' + problem + '\n  Install a newer Node (https://nodejs.org) and run this again.\n')
  process.exit(1)
}
