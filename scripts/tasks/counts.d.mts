export interface Counts {
  passed: number
  failed: number
  skipped: number
}
export function sum(parts: Counts[]): Counts
export function vitestCounts(report: object): Counts
export function playwrightCounts(report: object): Counts
export function withExitCode(counts: Counts, code: number): Counts
export function forCi(counts: Counts, ci: boolean): Counts
export function summary(counts: Counts): string
