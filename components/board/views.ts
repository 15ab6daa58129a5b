/** How one looks at a board, as the address says it (`?view=`). */
export const VIEWS = ['timeline', 'genogram', 'stakeholders', 'free', 'list'] as const
export type ViewName = (typeof VIEWS)[number]

/** The view that an address names; the timeline for any other word. */
export function viewNamed(name: unknown): ViewName {
  return VIEWS.find((view) => view === name) ?? 'timeline'
}
