'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { Role } from '@/lib/access/rights'
import { BoardCardMenu } from './BoardCardMenu'

/** A board in the list. The whole card opens it; `changed` is said in words already. */
export function BoardCard(props: {
  id: string
  title: string
  question: string
  role: Role
  draft: boolean
  changed: string
}) {
  const t = useTranslations('boards')
  const tc = useTranslations('common')
  return (
    <article className="relative flex min-h-44 w-full flex-col rounded-[14px] border border-line bg-surface px-5 pb-2 pt-5 shadow-card transition-colors hover:border-edge has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-2 has-[a:focus-visible]:outline-accent">
      <div className="flex items-start gap-2">
        <h2 className="text-l leading-snug">
          <Link
            href={`/boards/${props.id}`}
            prefetch={false}
            className="line-clamp-2 outline-none after:absolute after:inset-0 after:rounded-[14px]"
          >
            {props.title}
          </Link>
        </h2>
        {props.draft && (
          <span className="ml-auto mt-0.5 shrink-0 rounded-full border border-dashed border-edge px-2.5 py-0.5 text-s font-semibold text-ink-soft">
            {t('draft')}
          </span>
        )}
      </div>
      <p className="mb-4 mt-2 line-clamp-3 text-ink-soft">{props.question}</p>
      <div className="mt-auto flex items-center gap-2 border-t border-line pt-2 text-s text-ink-soft">
        <p className="min-h-target content-center">
          <span className="sr-only">{t('role')}: </span>
          <span className="font-semibold text-ink">{tc(`role.${props.role}`)}</span>
          <span aria-hidden> · </span>
          {t('changed', { when: props.changed })}
        </p>
        {props.role === 'facilitator' && <BoardCardMenu id={props.id} title={props.title} />}
      </div>
    </article>
  )
}
