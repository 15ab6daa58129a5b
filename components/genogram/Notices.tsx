'use client'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import type { GenoContradiction } from '@/lib/genogram/types'
import type { GenogramNow } from './useGenogram'

/** What the picture cannot show, or shows and could be misread: said in words, never hidden. */
export function Notices({ now }: { now: GenogramNow }) {
  const t = useTranslations('genogram.canvas')
  const said = useSaid(now)
  if (said.length === 0) return null
  const [first, ...more] = said
  return (
    <div
      role="note"
      aria-label={t('notices')}
      className="pointer-events-auto max-w-md rounded-card border border-line bg-surface px-3 py-2 text-s text-ink-soft shadow-card"
    >
      <p>{first}</p>
      {more.length > 0 && (
        <details>
          <summary className="flex min-h-6 cursor-pointer items-center font-bold">
            {t('more', { count: more.length })}
          </summary>
          {more.map((words) => (
            <p key={words} className="mt-1">
              {words}
            </p>
          ))}
        </details>
      )}
    </div>
  )
}

function useSaid({ genogram, picture }: GenogramNow): string[] {
  const { hidden } = genogram
  const t = useTranslations('genogram.canvas')
  const { locale } = useSession()
  const { layout, outlines, households } = picture
  const list = (ids: readonly string[]) =>
    new Intl.ListFormat(locale).format(ids.map((id) => genogram.people.get(id)?.name || t('said.nameless')))
  const namesIn = ({ kind, ids }: GenoContradiction) => {
    const unions = layout.unions.filter(({ id }) => ids.includes(id)).flatMap(({ partners }) => partners)
    return list(kind === 'row' ? unions : [...ids, ...unions].filter((id) => genogram.people.has(id)))
  }
  return [
    ...(hidden > 0 ? [t('hidden', { count: hidden })] : []),
    ...layout.contradictions.map((one) => t(`contradiction.${one.kind}`, { names: namesIn(one) })),
    ...outlines
      .filter(({ strangers }) => strangers.length > 0)
      .map(({ id, strangers }) => {
        const home = households.find((one) => one.id === id)
        return t('strangers', {
          names: list(strangers),
          count: strangers.length,
          home: home?.name || list(home?.members ?? []),
        })
      }),
    ...(genogram.perhaps.length > 0 ? [t('uncertain', { count: genogram.perhaps.length })] : []),
  ]
}
