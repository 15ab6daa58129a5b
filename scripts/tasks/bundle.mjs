import { inRoot, ROOT } from './paths.mjs'

/**
 * Bundles the server, its command line, the database worker and the one that makes files; packages stay in node_modules.
 * @param {string} outdir
 */
export async function bundleServer(outdir) {
  // Loaded here and not above: this file is read before the packages are installed.
  const { build } = await import('esbuild')
  await build({
    entryPoints: {
      index: inRoot('server/index.ts'),
      cli: inRoot('server/cli.ts'),
      worker: inRoot('server/store/sqlite/worker.ts'),
      exports: inRoot('server/exports/worker.ts'),
    },
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
