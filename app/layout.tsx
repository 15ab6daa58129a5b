import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { SkipLink } from '@/components/pages/SkipLink'
import { IntlProvider } from '@/components/ui/intl'
import { MESSAGES } from '@/lib/i18n/messages'
import './globals.css'
import { locale, timeZone, translator } from './i18n'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('common')
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('tagline'),
    robots: { index: false, follow: false },
    // Numbers in people's words are no phone numbers.
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export const viewport: Viewport = { themeColor: '#fbfaf6' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = await locale()
  return (
    <html lang={language}>
      <body className="flex min-h-dvh flex-col">
        <IntlProvider locale={language} messages={MESSAGES[language]} timeZone={timeZone()}>
          <SkipLink />
          {children}
        </IntlProvider>
      </body>
    </html>
  )
}
