/**
 * What failed, a line each, so that it stands once more below a long run.
 * @param {any} report of `vitest --reporter=json`
 * @returns {string[]}
 */
export function vitestFailures(report) {
  /** @type {{ name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[]} */
  const files = report.testResults
  return files.flatMap((file) =>
    file.status === 'failed' && file.assertionResults.length === 0
      ? [`${file.name}: ${firstLine(file.message)}`]
      : file.assertionResults
          .filter((test) => test.status !== 'passed')
          .map((test) => `${test.fullName} (${test.status}): ${firstLine(test.failureMessages[0])}`),
  )
}

/**
 * @typedef {{ title: string, specs?: { title: string, tests: { status: string, results: { error?: { message?: string } }[] }[] }[], suites?: Suite[] }} Suite
 */

/**
 * @param {any} report of Playwright's json reporter
 * @returns {string[]}
 */
export function playwrightFailures(report) {
  /** @param {Suite} suite @returns {string[]} */
  const inSuite = (suite) => [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests
        .filter((test) => test.status !== 'expected')
        .map((test) => {
          const error = test.results.find((result) => result.error)?.error
          return `${spec.title} (${test.status}): ${firstLine(error?.message)}`
        }),
    ),
    ...(suite.suites ?? []).flatMap(inSuite),
  ]
  /** @type {{ message?: string }[]} */
  const outside = report.errors ?? []
  return [...report.suites.flatMap(inSuite), ...outside.map((error) => firstLine(error.message))]
}

/** @param {string | undefined} text */
function firstLine(text) {
  return (text ?? '').split('\n', 1)[0] || 'no message'
}
