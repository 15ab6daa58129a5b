/** What Next hands to a page or route under `/boards/[id]`. */
export interface BoardRoute {
  params: Promise<{ id: string }>
}

/** And to one under `/boards/[id]/entries/[step]`. */
export interface StepRoute {
  params: Promise<{ id: string; step: string }>
}
