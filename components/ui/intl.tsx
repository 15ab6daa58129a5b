'use client'

import { IntlProvider } from 'use-intl/react'

/** The provider of texts, as a client component: use-intl itself does not say that it is one. */
export { IntlProvider }
