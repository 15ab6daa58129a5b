import { describe, expect, it } from 'vitest'
import { playwrightFailures, vitestFailures } from '../../scripts/tasks/failures.mjs'

describe('what failed, once more at the end', () => {
  it('[RUN15] a test, a file that does not load and a skipped test are named with the first line of why', () => {
    const passed = { status: 'passed', fullName: 'good', failureMessages: [] }
    const failed = { status: 'failed', fullName: 'bad', failureMessages: ['1 is not 2\n at line 3'] }
    const skipped = { status: 'pending', fullName: 'not run', failureMessages: [] }
    const report = {
      testResults: [
        { name: 'a.test.ts', status: 'failed', message: '', assertionResults: [passed, failed, skipped] },
        { name: 'b.test.ts', status: 'failed', message: 'no such file\nmore', assertionResults: [] },
      ],
    }
    expect(vitestFailures(report)).toEqual([
      'bad (failed): 1 is not 2',
      'not run (pending): no message',
      'b.test.ts: no such file',
    ])
  })

  it('[RUN15] so are browser tests, those that passed only at the second try, and errors outside of them', () => {
    const test = (status: string, message?: string) => ({
      tests: [{ status, results: [{ error: message ? { message } : undefined }] }],
    })
    const report = {
      suites: [
        {
          title: 'a.spec.ts',
          specs: [{ title: 'good', ...test('expected') }],
          suites: [
            { title: 'inside', specs: [{ title: 'late', ...test('flaky', 'timed out\nand so on') }] },
            { title: 'beside', specs: [{ title: 'bad', ...test('unexpected', 'gone') }] },
          ],
        },
      ],
      errors: [{ message: 'no browser' }],
    }
    expect(playwrightFailures(report)).toEqual([
      'late (flaky): timed out',
      'bad (unexpected): gone',
      'no browser',
    ])
  })
})
