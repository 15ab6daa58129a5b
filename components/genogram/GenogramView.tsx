'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { useValue } from 'tldraw'
import type { Editor, TLShape } from 'tldraw'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { setBinner } from '@/components/canvas/binning'
import { GENOGRAM_PAGE } from '@/components/canvas/binding/pages'
import { showFamily, sizeOf } from '@/components/canvas/camera'
import { CanvasFrame } from '@/components/canvas/CanvasFrame'
import { focusKey } from '@/components/canvas/useFocusKept'
import { followView, setSight } from '@/components/canvas/sight'
import { useFirstSight } from '@/components/canvas/useFirstSight'
import { useZoomKeys } from '@/components/canvas/useZoomKeys'
import { useOpenIds, usePeople } from '@/components/people/place'
import { legendOf } from '@/lib/genogram/legend'
import { AroundPerson } from './AroundPerson'
import { BondHint } from './BondHint'
import { BondChooser } from './bond/BondChooser'
import { EmptyGenogram } from './EmptyGenogram'
import { GenogramBar } from './GenogramBar'
import { addFirst, pinPeople } from './hands'
import { setGenogramHost } from './host'
import { AddKin } from './make/AddKin'
import type { Making } from './making'
import { Notices } from './Notices'
import { PersonKeys, showPeople, showPerson } from './PersonKeys'
import { asPerson } from './shapes'
import { TidyButton } from './TidyButton'
import { useBinPeople } from './useBinPeople'
import { useGenogram, type GenogramNow } from './useGenogram'
import { useGenogramView } from './view'
import { useGenogramClicks } from './useGenogramClicks'
import { useGenogramProjection } from './useGenogramProjection'

/** The geno-sociogram on the canvas. `keys`: where the list of its people stands, before the canvas. */
export function GenogramView({ editor, keys }: { editor: Editor; keys: HTMLElement }) {
  const session = useSession()
  const people = usePeople()
  const t = useTranslations('genogram.canvas')
  const view = useGenogramView()
  const { bond, setBond } = view
  const now = useGenogram(view)
  const show = useGenogramProjection(editor, now, bond)
  const legend = useMemo(() => legendOf(now.picture, now.how), [now.picture, now.how])
  const [making, setMaking] = useState<Making | null>(null)
  const bin = useBinPeople()
  const selected = useValue('selected person', () => selectedPerson(editor), [editor])
  const content = selected === null ? undefined : now.genogram.people.get(selected)

  const choose = useCallback(
    (id: string) => {
      if (making?.what === 'bond' && making.to === null) {
        if (id !== making.from) setMaking({ ...making, to: id })
        return
      }
      const { people: all } = session.feed.get()
      people.go({ kind: all.some((one) => one.id === id) ? 'people' : 'organisations', id })
    },
    [making, session, people],
  )
  const stop = useCallback(() => setMaking(null), [])
  // Who was added is selected, so that one can go on from there; the keyboard goes where the eyes are.
  const done = (id: string | null) => {
    stop()
    setTimeout(() => focusKey('person', id ?? (making?.what === 'kin' ? making.of : '')))
  }

  useEffect(
    () =>
      setGenogramHost(editor, {
        put: (puts) => {
          pinPeople(session, puts)
          // Also when nothing changed: who may not stand there goes back.
          show()
        },
        choose,
        chooseBond: (id) => {
          editor.selectNone()
          people.close()
          setBond(id)
        },
      }),
    [editor, session, people, choose, setBond, show],
  )
  useEffect(() => setBinner(editor, (shapes) => bin(idsOf(shapes))), [editor, bin])
  useShownPerson(editor, selected)
  useFirstSight(editor, GENOGRAM_PAGE, () => showFamily(editor, middleOf(now)), now.ready)
  useOpenPeople(editor, now.ready)
  useSight(editor)
  useGenogramClicks(editor)
  useZoomKeys(editor, chooseEverybody)

  return (
    <>
      {createPortal(
        <PersonKeys
          editor={editor}
          now={now}
          onChoose={choose}
          onAdd={(of, as) => setMaking({ what: 'kin', of, as })}
          onBond={(from) => setMaking({ what: 'bond', from, to: null })}
          onBin={bin}
        />,
        keys,
      )}
      <CanvasFrame
        editor={editor}
        foot={
          <GenogramBar legend={legend}>
            <TidyButton pinned={now.genogram.input.pins.length > 0} />
          </GenogramBar>
        }
      >
        <div className="pointer-events-none absolute top-3 right-3 left-[100px] flex flex-wrap items-start gap-2">
          {making?.what === 'bond' && making.to === null && (
            <BondHint name={now.genogram.people.get(making.from)?.name || t('said.nameless')} onStop={stop} />
          )}
          <Notices now={now} />
          <p role="status" className={now.busy ? 'rt-busy' : undefined}>
            {now.busy && t('busy')}
          </p>
        </div>
        {session.canWrite && selected !== null && content && making === null && (
          <AroundPerson
            editor={editor}
            id={selected}
            name={content.name || t('said.nameless')}
            isPerson={content.type === 'person'}
            onAdd={(as) => setMaking({ what: 'kin', of: selected, as })}
            onBond={(to) => setMaking({ what: 'bond', from: selected, to })}
          />
        )}
        {now.genogram.people.size === 0 && now.genogram.hidden === 0 && (
          <EmptyGenogram canWrite={session.canWrite} onAdd={(name) => done(addFirst(session, name))} />
        )}
      </CanvasFrame>
      {making?.what === 'kin' && <AddKin of={making.of} as={making.as} onDone={done} />}
      {making?.what === 'bond' && making.to !== null && (
        <BondChooser
          from={making.from}
          to={making.to}
          onDone={(id) => {
            stop()
            if (id === null) showPerson(editor, making.from)
            else setBond(id)
          }}
        />
      )}
    </>
  )
}

/** Where the person stands whom it is about, or whose view it is. */
function middleOf({ picture, genogram }: GenogramNow): { x: number; y: number } {
  const { ego } = genogram.input
  return picture.layout.people.find(({ id }) => id === ego) ?? { x: 0, y: 0 }
}

/** What is near is drawn, and who is selected at any place. */
function useSight(editor: Editor): void {
  useEffect(() => followView(editor), [editor])
  const selected = useValue('selected people', () => idsOf(editor.getSelectedShapes()).join(' '), [editor])
  useEffect(() => setSight(editor, { kept: new Set(selected.split(' ')) }), [editor, selected])
}

/** A panel that opens takes room from the canvas: who is selected is shown in what is left. */
function useShownPerson(editor: Editor, id: string | null): void {
  const { place } = usePeople()
  const { bond } = useGenogramView()
  const size = useValue('size', () => sizeOf(editor), [editor])
  const isOpen = place !== null || bond !== null
  useEffect(() => {
    if (id !== null && isOpen && size) showPerson(editor, id)
  }, [editor, id, isOpen, size])
}

/** Who is opened in the panel, from wherever, is marked on the canvas; of a moment, everybody who had a part in it. */
function useOpenPeople(editor: Editor, ready: boolean): void {
  const open = useOpenIds()
  useEffect(() => {
    if (ready) showPeople(editor, open)
  }, [editor, open, ready])
}

const idsOf = (shapes: readonly TLShape[]): string[] =>
  shapes.flatMap((shape) => asPerson(shape)?.props.pieceId ?? [])

/** Who is selected alone; null for nobody and for several. */
function selectedPerson(editor: Editor): string | null {
  return asPerson(editor.getOnlySelectedShape() ?? undefined)?.props.pieceId ?? null
}

function chooseEverybody(editor: Editor): void {
  editor.select(...editor.getCurrentPageShapes().filter((shape) => asPerson(shape) !== null))
}
