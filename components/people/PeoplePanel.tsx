'use client'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useCase } from '@/components/board/session'
import { LABEL, QUIET } from '@/components/ui/classes'
import { PanelClose } from '@/components/ui/PanelClose'
import { LookList } from '@/components/looking/LookList'
import { ThreadCard } from '@/components/looking/ThreadCard'
import { isFocusLost, useEscape } from '@/components/ui/usePanel'
import { Bin } from './Bin'
import { GoneCard } from './GoneCard'
import { OrganisationCard } from './OrganisationCard'
import { PeopleList } from './PeopleList'
import { PersonCard } from './PersonCard'
import { isLook, LOOK_OPENER, OPENER, rowOf, usePeople } from './place'
import type { Place } from './place'

/** The people and organisations of the story, or what the group sees in it, beside the canvas or over the phone's screen. */
export function PeoplePanel() {
  const { place } = usePeople()
  return place && <OpenPanel key={'id' in place ? place.id : place.kind} place={place} />
}

function OpenPanel({ place }: { place: Place }) {
  const t = useTranslations('people')
  const tl = useTranslations('looking')
  const { go, close, returnTo, takeReturn } = usePeople()
  const panel = useRef<HTMLElement>(null)
  const looks = isLook(place)
  const back = () => {
    if (place.kind === 'thread') returnTo(rowOf('threads', place.id))
    else returnTo('id' in place ? rowOf(place.kind, place.id) : 'bin')
    go({ kind: looks ? 'look' : 'all' })
  }
  const isDeep = place.kind !== 'all' && place.kind !== 'look'
  useEscape(isDeep ? back : close)

  // Whoever works by keyboard goes on in what opened, or where they were.
  useEffect(() => {
    const row = takeReturn()
    const from = document.activeElement?.getAttribute('data-row')
    const isOpener = from === OPENER || from === LOOK_OPENER
    // Somebody who clicked on the canvas meanwhile is left there.
    if (!isOpener && !isFocusLost()) return
    const found = row && panel.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)
    const target = found || panel.current?.querySelector<HTMLElement>('h2')
    target?.focus()
  }, [takeReturn])

  return (
    <aside
      ref={panel}
      aria-label={looks ? tl('title') : t('title')}
      className="rt-panel flex flex-col overflow-y-auto overscroll-contain rounded-card border border-line bg-surface shadow-card"
    >
      <div className="sticky top-0 z-10 flex shrink-0 items-center gap-1 border-b border-line bg-surface py-1 pr-1 pl-4">
        {isDeep && (
          <button
            type="button"
            aria-label={looks ? tl('back') : t('back')}
            className={`-ml-3 min-w-10 ${QUIET}`}
            onClick={back}
          >
            <ArrowLeft size={18} aria-hidden="true" />
          </button>
        )}
        <h2 tabIndex={-1} className={`${LABEL} min-w-0 truncate outline-none`}>
          <Title place={place} />
        </h2>
        <PanelClose label={looks ? tl('close') : t('close')} word={t('closeShort')} onClose={close} />
      </div>
      <Inside place={place} />
    </aside>
  )
}

function Title({ place }: { place: Place }): ReactNode {
  const t = useTranslations('people')
  const tl = useTranslations('looking')
  const caseData = useCase()
  if (place.kind === 'look') return tl('title')
  if (place.kind === 'thread')
    return caseData.threads.find(({ id }) => id === place.id)?.title || tl('thread.untitled')
  if (place.kind === 'all') return t('title')
  if (place.kind === 'bin') return t('bin.title')
  return caseData[place.kind].find(({ id }) => id === place.id)?.name || t('noName')
}

function Inside({ place }: { place: Place }) {
  const { people, organisations } = useCase()
  if (place.kind === 'all') return <PeopleList />
  if (place.kind === 'bin') return <Bin />
  if (place.kind === 'look')
    return (
      <div className="p-4 pt-3">
        <LookList />
      </div>
    )
  if (place.kind === 'thread') return <ThreadCard id={place.id} />
  if (place.kind === 'people') {
    const person = people.find(({ id }) => id === place.id)
    return person ? <PersonCard person={person} /> : <GoneCard kind="people" id={place.id} />
  }
  const organisation = organisations.find(({ id }) => id === place.id)
  return organisation ? (
    <OrganisationCard organisation={organisation} />
  ) : (
    <GoneCard kind="organisations" id={place.id} />
  )
}
