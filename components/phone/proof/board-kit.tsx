import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { IntlProvider } from 'use-intl'
import type * as Y from 'yjs'
import { BoardView } from '@/components/board/BoardView'
import { listPart } from '@/components/board/later'
import { SessionProvider } from '@/components/board/session'
import { CommandOrigin, TypingOrigin } from '@/lib/case/origins'
import { MESSAGES } from '@/lib/i18n/messages'
import { Hand } from './hand-kit'
import { sessionOf } from './session-kit'

/** What the tests of the list share: a board on a screen, without a browser. */

const STATUS = {
  state: 'saved',
  pending: 0,
  onDevice: 'never',
  connected: true,
  synced: true,
  ended: null,
} as const

/** The board in its list view, whole: head, list, panels and dialogs. */
export async function openList(doc: Y.Doc) {
  const session = sessionOf(doc)
  const commands: string[] = []
  doc.on('afterTransaction', ({ origin }: Y.Transaction) => {
    if (origin instanceof CommandOrigin) commands.push(origin.name)
    if (origin instanceof TypingOrigin) commands.push('typing')
  })
  await listPart.fetch()
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  await act(async () =>
    root.render(
      <IntlProvider locale="nl" messages={MESSAGES.nl} timeZone="Europe/Amsterdam">
        <SessionProvider value={session}>
          <BoardView
            view="list"
            status={STATUS}
            lost={null}
            onLostDone={() => {}}
            withdrawn={false}
            draft={false}
          />
        </SessionProvider>
      </IntlProvider>,
    ),
  )
  const close = () => {
    act(() => root.unmount())
    place.remove()
    document.body.replaceChildren()
    session.dispose()
  }
  return { session, commands, hand: new Hand(), close }
}
