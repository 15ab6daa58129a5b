import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': new URL('.', import.meta.url).pathname.replace(/\/$/, '') } },
  test: {
    include: [
      '{lib,server,components,scripts}/**/*.test.{ts,tsx}',
      'tests/{contract,integration,fault,repo}/**/*.test.ts',
    ],
    exclude: ['node_modules', '.build'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
