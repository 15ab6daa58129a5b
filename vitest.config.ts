import { defineConfig } from 'vitest/config'

/** Tests of what stands on the store: they run on PostgreSQL too, where there is one. */
const ON_POSTGRES = [
  'server/{auth,boards}/*.test.ts',
  'server/entries/{entries,reveals}.test.ts',
  'server/pictures/pictures.test.ts',
  'server/store/journal.test.ts',
  'server/keeping/{check,backup}.test.ts',
  'server/store/postgres.test.ts',
  'server/sync/{room,room.failures,rooms,roomMemory,twoNodes,epochs,epochKill}.test.ts',
  'server/sync/compaction/*.test.ts',
  'tests/fault/loads.test.ts',
]

export default defineConfig({
  resolve: { alias: { '@': new URL('.', import.meta.url).pathname.replace(/\/$/, '') } },
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A condition is waited for as long as it takes on a loaded machine.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{lib,server,components,scripts}/**/*.test.{ts,tsx}',
            'tests/{contract,integration,fault,repo}/**/*.test.ts',
          ],
          exclude: ['node_modules', '.build', 'server/store/postgres.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: ON_POSTGRES,
          exclude: ['node_modules', '.build'],
          setupFiles: ['tests/support/onPostgres.ts'],
        },
      },
    ],
  },
})
