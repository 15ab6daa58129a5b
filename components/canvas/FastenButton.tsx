'use client'
import { Link2, Link2Off } from 'lucide-react'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { fasten, fastenable, fastened, loosen } from './fasten'
import { RailButton } from './RailButton'

/** Drawing in the hand is fastened to the symbol that it lies on, or loosened from it. */
export function FastenButton({ editor }: { editor: Editor }) {
  const t = useTranslations('canvas.tools')
  const on = useValue('fastened', () => fastened(editor), [editor])
  const could = useValue('fastenable', () => fastenable(editor), [editor])
  if (on.length > 0)
    return <RailButton icon={Link2Off} label={t('loosen')} onClick={() => loosen(editor, on)} />
  return could && <RailButton icon={Link2} label={t('fasten')} onClick={() => fasten(editor, could)} />
}
