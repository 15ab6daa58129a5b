'use client'
import { ChevronRight, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { useCase, useSession } from '@/components/board/session'
import { LookingBack } from '@/components/looking/LookingBack'
import { useLives } from '@/components/people/useLives'
import { QUIET } from '@/components/ui/classes'
import { useToast } from '@/components/ui/Toasts'
import { dreamerOf } from '@/lib/case/commands/dream'
import { setTake } from '@/lib/case/commands/takes'
import type { CaseEvent } from '@/lib/case/schema'
import { DateField } from './DateField'
import { AddedBy } from './event/AddedBy'
import { DescriptionField } from './event/DescriptionField'
import { DreamerField } from './event/DreamerField'
import { KindField } from './event/KindField'
import { EraField, Marks } from './event/Marks'
import { PictureField } from './event/PictureField'
import { Proposal } from './event/Proposal'
import { RoundaboutFields } from './event/RoundaboutFields'
import { SideField, SourceField } from './event/SideAndSource'
import { TitleField } from './event/TitleField'
import { fileIn, useUpload } from './event/useUpload'
import { useWords } from './event/useWords'
import { WhoseWords } from './event/WhoseWords'
import { binMoments } from './moments'
import { Takes } from './Takes'
import { WhoField } from './WhoField'

/** A moment to change: first what matters most, last what is rarely needed. Its id is its key. */
export function EventFields({ event }: { event: CaseEvent }) {
  const t = useTranslations('event')
  const { doc, actor, me, feed } = useSession()
  const caseData = useCase()
  const words = useWords(event)
  const uploading = useUpload(event.id)
  const [writing, setWriting] = useState<string | null>(null)
  const { id, kind } = event
  const isGap = kind === 'gap'
  const isDream = kind === 'dream'
  const beside = () => {
    setTake(doc, actor(), { eventId: id, author: me.id, fields: { name: me.name } })
    feed.flush()
    setWriting(me.id)
  }
  const bring = (data: DataTransfer | null, happened: React.SyntheticEvent) => {
    const file = fileIn(data)
    if (!file) return
    // The canvas, which listens too, has nothing to do with it.
    happened.preventDefault()
    happened.stopPropagation()
    uploading.send(file)
  }
  return (
    <div
      className="flex flex-col gap-5 p-4 pt-3"
      onPaste={(paste) => bring(paste.clipboardData, paste)}
      onDragOver={(drag) => drag.dataTransfer.types.includes('Files') && drag.preventDefault()}
      onDrop={(drop) => bring(drop.dataTransfer, drop)}
    >
      <TitleField event={event} words={words} onBeside={beside} {...useAsked(event)} />
      {isGap && <p className="-mt-3 text-s text-ink-soft">{t('gap.hint')}</p>}
      {(!isDream || event.date !== null) && <DateField event={event} />}
      <KindField event={event} onDream={words.grant} />
      {kind === 'roundabout' && <RoundaboutFields event={event} />}
      {isDream && <DreamerField event={event} words={words} />}
      {!isDream && <WhoField event={event} caseData={caseData} label={isGap ? t('gap.who') : undefined} />}
      {kind === 'roundabout' && <Proposal event={event} />}
      {!isDream && !isGap && <WhoseWords event={event} words={words} />}
      <DescriptionField event={event} open={words.open} />
      {((!isDream && !isGap) || event.crucial || event.turningPoint) && <Marks event={event} />}
      <PictureField event={event} uploading={uploading} />
      <Takes event={event} writing={writing} onWriting={setWriting} />
      <LookingBack id={id} thread={id} />
      <details className="group border-t border-line pt-1">
        <summary className="flex min-h-10 cursor-pointer items-center gap-1 text-m font-bold text-ink-soft hover:text-ink">
          <ChevronRight size={16} className="group-open:rotate-90" aria-hidden="true" />
          {t('more')}
        </summary>
        <div className="flex flex-col gap-5 pt-2">
          <SideField event={event} />
          <SourceField event={event} />
          {isGap && <WhoseWords event={event} words={words} />}
          {isDream && <WhoField event={event} caseData={caseData} />}
          {(event.background || isPeriod(event)) && <EraField event={event} />}
        </div>
      </details>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <AddedBy event={event} />
        <BinButton event={event} />
      </div>
    </div>
  )
}

/** Whether a moment lasts, so that it can be drawn as an era. */
const isPeriod = ({ date, kind }: CaseEvent) => kind !== 'dream' && date !== null && date.includes('/')

/** What is asked in the first field: what happened, what nobody knows, or what somebody dreams of. */
function useAsked(event: CaseEvent): { label: string; placeholder: string } {
  const t = useTranslations('timeline.panel')
  const te = useTranslations('event')
  const { people } = useCase()
  if (event.kind === 'gap') return { label: te('gap.title'), placeholder: te('gap.words') }
  if (event.kind !== 'dream') return { label: t('title'), placeholder: t('titlePlaceholder') }
  const name = people.find(({ id }) => id === dreamerOf(event))?.name
  return {
    label: name ? te('dream.of', { name }) : te('dream.ofSomeone'),
    placeholder: te('dream.placeholder'),
  }
}

function BinButton({ event: { id, title } }: { event: CaseEvent }) {
  const t = useTranslations('timeline')
  const session = useSession()
  const focus = useFocus()
  const toast = useToast()
  const hint = useId()
  const lives = useLives('events', id, '')
  const bin = () => {
    const undo = binMoments(session, [id])
    focus.close()
    toast(t('binned', { title: title || t('untitled') }), { label: t('undo'), run: undo })
  }
  return (
    <div className="flex basis-full flex-col items-start">
      <button type="button" aria-describedby={hint} className={`-ml-3 text-danger! ${QUIET}`} onClick={bin}>
        <Trash2 size={16} aria-hidden="true" />
        {t('panel.bin')}
      </button>
      <p id={hint} className="text-s text-ink-soft">
        {lives}
      </p>
    </div>
  )
}
