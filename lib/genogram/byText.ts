/** By code unit: the same order on every machine, whatever its language. */
export const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
