import type { ReactNode } from 'react'

/** For `<b>` in a text: what has to stand out. */
export const strong = (inner: ReactNode) => <strong>{inner}</strong>
