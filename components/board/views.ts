/** How one looks at a board, as the address says it (`?view=`). */
export const VIEWS = ['timeline', 'genogram', 'stakeholders', 'free', 'list'] as const
export type ViewName = (typeof VIEWS)[number]

/** Those that are a canvas. */
export const CANVASES = [
  'timeline',
  'genogram',
  'stakeholders',
  'free',
] as const satisfies readonly ViewName[]

/** What stands beside `view`, as the address says it (`&beside=`): another canvas beside a canvas, else nothing. */
export function besideNamed(name: unknown, view: ViewName): (typeof CANVASES)[number] | null {
  if (view === 'list') return null
  return CANVASES.find((one) => one === name && one !== view) ?? null
}

/** The view that an address names; the timeline for any other word. */
export function viewNamed(name: unknown): ViewName {
  return VIEWS.find((view) => view === name) ?? 'timeline'
}
