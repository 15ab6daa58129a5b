'use client'

import enErrors from '@/lib/i18n/messages/en/errors.json'
import nlCommon from '@/lib/i18n/messages/nl/common.json'
import nlErrors from '@/lib/i18n/messages/nl/errors.json'

// Every page carries this file along: it takes the few texts that it needs, not all.

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
          <h1>{nlErrors.crashTitle}</h1>
          <p>{nlErrors.crashText}</p>
          <p lang="en">
            {enErrors.crashTitle}. {enErrors.crashText}
          </p>
          <a href="/">{nlCommon.toBoards}</a>
        </main>
      </body>
    </html>
  )
}
