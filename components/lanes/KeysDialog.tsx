'use client'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCanvasKey } from '@/components/canvas/useCanvasKey'
import { Dialog } from '@/components/ui/dialog'

const OPEN = 'rotonde:keys'

/** Opens the overview of keys, from wherever a button for it stands. */
export const openKeys = () => window.dispatchEvent(new Event(OPEN))

/** Keys by where they work; what they do stands in the messages under the same name. */
const KEYS = {
  everywhere: {
    help: ['?'],
    undo: ['Ctrl', 'Z'],
    redo: ['Ctrl', 'Shift', 'Z'],
    region: ['F6'],
    close: ['Esc'],
  },
  canvas: {
    moment: ['N'],
    fast: ['S'],
    search: ['/'],
    point: ['M'],
    select: ['V'],
    hand: ['H'],
    text: ['T'],
    draw: ['D'],
    arrow: ['A'],
    eraser: ['E'],
    zoomIn: ['+'],
    zoomOut: ['−'],
    plain: ['0'],
    all: ['Shift', '1'],
    every: ['Ctrl', 'A'],
  },
  cards: {
    open: ['Enter'],
    date: ['←', '→'],
    side: ['↑', '↓'],
    choose: ['Space'],
    together: ['B'],
    bin: ['Delete'],
  },
  people: {
    go: ['←', '→', '↑', '↓'],
    open: ['Enter'],
    partner: ['P'],
    child: ['K'],
    parents: ['O'],
    sibling: ['B'],
    network: ['N'],
    bond: ['R'],
    move: ['Alt', '←', '→', '↑', '↓'],
    bin: ['Delete'],
  },
  stakes: { change: ['←', '→', '↑', '↓'], open: ['Enter'], bin: ['Delete'] },
  form: { add: ['Enter'], next: ['Tab'], stop: ['Esc'] },
  lanes: { up: ['Alt', '↑'], down: ['Alt', '↓'] },
} as const

/** `?`: every key there is. `canvas`: whether there is a canvas that they work on. */
export function KeysDialog({ canvas }: { canvas: boolean }) {
  const t = useTranslations('lanes.keys')
  const [open, setOpen] = useState(false)
  useCanvasKey('?', () => setOpen(true))
  useEffect(() => {
    const show = () => setOpen(true)
    window.addEventListener(OPEN, show)
    return () => window.removeEventListener(OPEN, show)
  }, [])
  const groups = (Object.keys(KEYS) as (keyof typeof KEYS)[]).filter(
    (group) => canvas || group === 'everywhere' || group === 'lanes',
  )
  return (
    <Dialog open={open} onOpenChange={setOpen} title={t('title')} text={t('text')} wide toRead>
      {groups.map((group) => (
        <section key={group} aria-label={t(`groups.${group}`)}>
          <h3 className="mt-4 mb-1 text-m">{t(`groups.${group}`)}</h3>
          <dl className="grid gap-x-6 sm:grid-cols-2">
            {Object.entries(KEYS[group]).map(([name, keys]) => (
              <div
                key={name}
                className="flex min-h-8 items-center justify-between gap-3 border-b border-line py-1"
              >
                <dt className="text-m">{t(`does.${group}.${name}` as 'does.cards.open')}</dt>
                <dd className="flex shrink-0 gap-1">
                  {(keys as readonly string[]).map((key) => (
                    <kbd
                      key={key}
                      className="min-w-7 rounded-md border border-edge bg-paper px-1.5 text-center font-sans text-s"
                    >
                      {key}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
