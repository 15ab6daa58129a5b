'use client'

import { MESSAGES } from '@/lib/i18n/messages'

/** When even the frame of the page fails: no styles and no chosen language, so both languages, plainly. */
export default function GlobalError() {
  return (
    <html lang="nl">
      <body
        style={{
          fontFamily: 'system-ui, sans-serif',
          maxWidth: '32rem',
          margin: '4rem auto',
          padding: '0 1rem',
        }}
      >
        <main>
          <h1>{MESSAGES.nl.errors.crashTitle}</h1>
          <p>{MESSAGES.nl.errors.crashText}</p>
          <p lang="en">
            {MESSAGES.en.errors.crashTitle}. {MESSAGES.en.errors.crashText}
          </p>
          <a href="/">{MESSAGES.nl.common.toBoards}</a>
        </main>
      </body>
    </html>
  )
}
