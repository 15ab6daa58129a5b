import { inRoot, ROOT } from './paths.mjs'

/**
 * Bundles the server, its command line, the database worker and those that make files, check the store and make snapshots; packages stay in node_modules.
 * @param {string} outdir
 */
export function bundleServer(outdir) {
  return bundle(
    {
      index: inRoot('server/index.ts'),
      cli: inRoot('server/cli.ts'),
      worker: inRoot('server/store/sqlite/worker.ts'),
      exports: inRoot('server/exports/worker.ts'),
      check: inRoot('server/keeping/worker.ts'),
      compact: inRoot('server/sync/compaction/worker.ts'),
    },
    outdir,
  )
}

/**
 * Bundles the benchmark of the sync server.
 * @param {string} outdir
 */
export function bundleBench(outdir) {
  return bundle({ sync: inRoot('tests/bench/sync/main.ts') }, outdir)
}

/**
 * Bundles the long meeting.
 * @param {string} outdir
 */
export function bundleMeeting(outdir) {
  return bundle({ meeting: inRoot('tests/fault/meeting/main.ts') }, outdir)
}

/**
 * @param {Record<string, string>} entryPoints
 * @param {string} outdir
 */
async function bundle(entryPoints, outdir) {
  // Loaded here and not above: this file is read before the packages are installed.
  const { build } = await import('esbuild')
  await build({
    entryPoints,
    outdir,
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    alias: { '@': ROOT },
    sourcemap: true,
    logLevel: 'silent',
  })
}
