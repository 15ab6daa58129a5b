'use client'
import type { Locale } from '@/lib/dates/types'
import type { Messages } from '@/lib/i18n/messages'

import { IntlProvider } from 'use-intl/react'

/** The provider of texts, as a client component: use-intl itself does not say that it is one. */
export { IntlProvider }

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
