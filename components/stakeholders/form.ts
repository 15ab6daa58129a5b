'use client'
import { useEffect, useState } from 'react'
import type { Editor } from 'tldraw'
import { viewOfAddress } from '@/components/board/loadEarly'
import { STAKE_FORMS } from '@/lib/stakeholders/types'
import type { StakeForm } from '@/lib/stakeholders/types'

/** The form that an address names (`&form=grid`); null for none. */
function formIn(search: string): StakeForm | null {
  const name = new URLSearchParams(search).get('form')
  return STAKE_FORMS.find((form) => form === name) ?? null
}

/** The form that the address of this page names; the first for none. In the browser only. */
export const formOfAddress = (): StakeForm => formIn(window.location.search) ?? 'rings'

/** The form that was looked at last: who comes back from another view finds it again. */
const last = new WeakMap<Editor, StakeForm>()

/** In which of its forms this screen shows the field. The address follows, so that a link and the back button lead there. */
export function useForm(editor: Editor): [StakeForm, (form: StakeForm) => void] {
  const [form, setForm] = useState(() => formIn(window.location.search) ?? last.get(editor) ?? 'rings')
  useEffect(() => {
    last.set(editor, form)
    const { search, href } = window.location
    if (form !== (formIn(search) ?? 'rings')) window.history.replaceState(null, '', addressOf(href, form))
  }, [editor, form])
  useEffect(() => {
    const onBack = () => {
      if (viewOfAddress() === 'stakeholders') setForm(formOfAddress())
    }
    window.addEventListener('popstate', onBack)
    return () => window.removeEventListener('popstate', onBack)
  }, [])
  const choose = (next: StakeForm) => {
    if (next !== form) window.history.pushState(null, '', addressOf(window.location.href, next))
    setForm(next)
  }
  return [form, choose]
}

function addressOf(href: string, form: StakeForm): string {
  const address = new URL(href)
  address.searchParams.set('form', form)
  return `${address.pathname}${address.search}`
}
