'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useReservedDoc, useSession } from '@/components/board/session'
import { Dialog } from '@/components/ui/dialog'
import { when } from '@/lib/i18n/when'
import type { ReservedLayer } from '@/lib/access/reserved'
import { HandIn } from './HandIn'
import { Members } from './Members'
import { ReservedList } from './ReservedList'
import { admittedNames, useLayer, useNameList } from './useLayer'

/** For everybody: that something can be reserved, what for, who may open it, who decides, and who decided what. */
export function WhoSeesWhat(props: {
  boardId: string
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const t = useTranslations('reserved')
  const tc = useTranslations('common')
  const { canWrite, me } = useSession()
  const { layer, setLayer } = useLayer(props.boardId, props.open)
  const names = useNameList()
  const reserved = useReservedDoc()
  const deciders = (layer?.people ?? []).filter(({ role }) => role === 'facilitator')
  return (
    <Dialog
      wide
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('title')}
      text={t('intro')}
      toRead={!canWrite}
    >
      {layer === null ? (
        <p role="status">{tc('busy')}</p>
      ) : (
        <div className="grid gap-6">
          <div className="grid gap-2">
            <p>{t('purpose')}</p>
            {!layer.admitted && <p>{t('honest')}</p>}
          </div>
          <section className="grid gap-1">
            <h3>{t('who')}</h3>
            <p>{names(admittedNames(layer))}</p>
            <p className="font-semibold">{layer.admitted ? t('youMay') : t('youMayNot')}</p>
          </section>
          <section className="grid gap-1">
            <h3>{t('deciders')}</h3>
            <p>{t('decidersText', { names: names(deciders.map(({ name }) => name)) })}</p>
          </section>
          {layer.decides && <Members boardId={props.boardId} me={me.id} layer={layer} onChange={setLayer} />}
          {reserved && <ReservedList />}
          {canWrite && !layer.admitted && (
            <HandIn boardId={props.boardId} readers={names(admittedNames(layer))} />
          )}
          <Log log={layer.log} />
        </div>
      )}
    </Dialog>
  )
}

function Log({ log }: { log: ReservedLayer['log'] }) {
  const t = useTranslations('reserved')
  const tc = useTranslations('common')
  const { locale } = useSession()
  const [opened] = useState(Date.now)
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const say = (at: number) => {
    const said = when(at, opened, locale, timeZone)
    return said.day === 'other' ? said.text : tc(said.day, { time: said.time })
  }
  return (
    <section className="grid gap-1">
      <h3>{t('log')}</h3>
      <ul className="grid gap-1 text-s text-ink-soft">
        {log.map(({ whom, by, admitted, at }, i) => (
          <li key={i}>
            {t(admitted ? 'logAdmitted' : 'logWithdrawn', {
              whom: whom || t('someone'),
              by: by || t('someone'),
              when: say(at),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
