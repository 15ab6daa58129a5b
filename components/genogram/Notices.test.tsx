// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { createBoardSession, SessionProvider } from '@/components/board/session'
import { setCircleShown } from '@/lib/case/commands/genogramView'
import { addPerson } from '@/lib/case/commands/people'
import { newCase } from '@/lib/case/test-kit'
import { MESSAGES } from '@/lib/i18n/messages'
import { Notices } from './Notices'
import { useGenogram } from './useGenogram'
import { useGenogramView } from './view'

function Said() {
  return <Notices now={useGenogram(useGenogramView())} />
}

/** What is said beside the picture of a family of one, and two helpers. */
function said(hide: boolean): string {
  const doc = newCase()
  const me = { id: 'ann', name: 'Ann' }
  const session = createBoardSession({ doc, awareness: new Awareness(doc), me, locale: 'nl', canWrite: true })
  addPerson(doc, session.actor(), { name: 'Iris', circle: 'family' })
  for (const name of ['Koen', 'Els']) addPerson(doc, session.actor(), { name, circle: 'professional' })
  if (hide) setCircleShown(doc, session.actor(), { circle: 'professional', shown: false })
  session.feed.flush()
  const html = renderToStaticMarkup(
    <IntlProvider locale="nl" messages={MESSAGES.nl} timeZone="Europe/Amsterdam">
      <SessionProvider value={session}>
        <Said />
      </SessionProvider>
    </IntlProvider>,
  )
  session.dispose()
  return html
}

describe('what the picture cannot show', () => {
  it('[GV20] who is hidden with a circle is counted in words, and nothing is said when nobody is', () => {
    expect(said(false)).toBe('')
    expect(said(true)).toContain('2 namen zijn verborgen')
  })
})
