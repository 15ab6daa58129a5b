/** What Next hands to a page or route under `/boards/[id]`. */
export interface BoardRoute {
  params: Promise<{ id: string }>
}
