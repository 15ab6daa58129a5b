export function vitestFailures(report: object): string[]
export function playwrightFailures(report: object): string[]
