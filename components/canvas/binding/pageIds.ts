import type { TLPageId } from 'tldraw'

/**
 * The pages of a board. They are the same for everybody and are made in each browser under fixed ids:
 * a page that two first visitors both wrote to the shared document would be there twice.
 */
export const TIMELINE_PAGE = 'page:timeline' as TLPageId
export const GENOGRAM_PAGE = 'page:genogram' as TLPageId
export const STAKEHOLDERS_PAGE = 'page:stakeholders' as TLPageId
export const FREE_PAGE = 'page:free' as TLPageId
