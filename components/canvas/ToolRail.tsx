'use client'
import {
  ArrowUpRight,
  Eraser,
  Hand,
  MousePointer2,
  Pencil,
  Plus,
  Redo2,
  Trash2,
  Type,
  Undo2,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { Popover } from 'radix-ui'
import { DefaultColorStyle, useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/components/board/session'
import { colourValue, OFFERED_COLOURS } from './palette'

interface Props {
  editor: Editor
  /** Sides that a new moment can be put on; none where moments have no place (the free board). */
  sides: readonly { id: string; name: string; place: 'above' | 'below' }[]
  onMoment: (side: string) => void
  onUndo: () => void
  onRedo: () => void
  onDelete: () => void
}

const DRAWING = new Set(['draw', 'text', 'arrow'])

/** Tools with words. Colours come with the tools that have one; the rest stays out of sight. */
export function ToolRail({ editor, sides, onMoment, onUndo, onRedo, onDelete }: Props) {
  const t = useTranslations('canvas')
  const tool = useValue('tool', () => editor.getCurrentToolId(), [editor])
  const hasSelection = useValue('selected', () => editor.getSelectedShapeIds().length > 0, [editor])
  const { canUndo, canRedo } = useUndoState()
  const pick = (id: string) => () => {
    editor.setCurrentTool(id)
    editor.focus()
  }
  const item = (id: string, icon: LucideIcon, label: string) => (
    <RailButton key={id} icon={icon} label={label} pressed={tool === id} onClick={pick(id)} />
  )
  return (
    <div
      role="toolbar"
      aria-label={t('tools.label')}
      aria-orientation="vertical"
      className="pointer-events-auto flex max-h-full w-[76px] flex-col gap-0.5 overflow-y-auto rounded-card border border-line bg-surface p-1.5 shadow-card"
    >
      {sides.length > 0 && (
        <MomentButton editor={editor} active={tool === 'moment'} sides={sides} onMoment={onMoment} />
      )}
      {item('select', MousePointer2, t('tools.select'))}
      {item('hand', Hand, t('tools.hand'))}
      {item('text', Type, t('tools.text'))}
      {item('draw', Pencil, t('tools.draw'))}
      {item('arrow', ArrowUpRight, t('tools.arrow'))}
      {item('eraser', Eraser, t('tools.eraser'))}
      {DRAWING.has(tool) && <Colours editor={editor} />}
      <hr className="mx-1 my-1 border-line" />
      <RailButton icon={Undo2} label={t('tools.undo')} disabled={!canUndo} onClick={onUndo} />
      <RailButton icon={Redo2} label={t('tools.redo')} disabled={!canRedo} onClick={onRedo} />
      {hasSelection && <RailButton icon={Trash2} label={t('tools.delete')} onClick={onDelete} />}
    </div>
  )
}

interface ButtonProps {
  icon: LucideIcon
  label: string
  pressed?: boolean
  disabled?: boolean
  onClick: () => void
}

function RailButton({ icon: Icon, label, pressed, disabled, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      disabled={disabled}
      title={label}
      onClick={onClick}
      className={`rt-tool flex min-h-12 shrink-0 flex-col items-center justify-center gap-0.5 rounded-lg px-1 py-1 text-[12px] leading-tight disabled:opacity-40 ${
        pressed ? 'bg-accent-soft font-bold text-accent-strong' : 'text-ink hover:bg-paper'
      }`}
    >
      <Icon size={18} aria-hidden="true" />
      <span className="rt-tool-word">{label}</span>
    </button>
  )
}

function MomentButton({
  editor,
  active,
  sides,
  onMoment,
}: Pick<Props, 'editor' | 'sides' | 'onMoment'> & { active: boolean }) {
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          className={`flex min-h-14 shrink-0 flex-col items-center justify-center gap-0.5 rounded-lg px-1 py-1 text-[12px] leading-tight font-bold ${
            active || open ? 'bg-accent-strong text-white' : 'bg-accent text-white hover:bg-accent-strong'
          }`}
        >
          <Plus size={20} aria-hidden="true" />
          {t('canvas.tools.moment')}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={t('timeline.newOn')}
          side="right"
          align="start"
          sideOffset={12}
          className="z-40 w-60 rounded-card border border-line bg-surface p-3 shadow-card"
        >
          <p className="mb-2 text-m font-bold">{t('timeline.newOn')}</p>
          {[...sides]
            .sort((a, b) => (a.place === b.place ? 0 : a.place === 'above' ? -1 : 1))
            .map(({ id, name, place }) => (
              <button
                key={id}
                type="button"
                className={`mb-1.5 flex min-h-11 w-full items-center rounded-lg border px-3 text-left text-m font-bold ${
                  place === 'above'
                    ? 'border-professional bg-professional-soft text-professional'
                    : 'border-family bg-family-soft text-family'
                }`}
                onClick={() => {
                  setOpen(false)
                  onMoment(id)
                }}
              >
                {name}
              </button>
            ))}
          <button
            type="button"
            className="min-h-10 w-full rounded-lg px-1 text-left text-s text-ink-soft underline underline-offset-2"
            onClick={() => {
              setOpen(false)
              editor.setCurrentTool('moment')
              editor.focus()
            }}
          >
            {t('timeline.pointInstead')}
          </button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Colours({ editor }: { editor: Editor }) {
  const t = useTranslations('canvas.colour')
  const now = useValue('colour', () => editor.getStyleForNextShape(DefaultColorStyle), [editor])
  return (
    <div
      role="radiogroup"
      aria-label={t('label')}
      className="grid grid-cols-2 justify-items-center gap-0.5 py-1"
    >
      {OFFERED_COLOURS.map((name) => (
        <button
          key={name}
          type="button"
          role="radio"
          aria-checked={now === name}
          aria-label={t(name)}
          title={t(name)}
          className={`grid size-7 place-items-center rounded-full border-2 ${
            now === name ? 'border-ink' : 'border-transparent'
          }`}
          onClick={() => {
            editor.setStyleForNextShapes(DefaultColorStyle, name)
            editor.setStyleForSelectedShapes(DefaultColorStyle, name)
          }}
        >
          <span className="size-4 rounded-full" style={{ background: colourValue(name) }} />
        </button>
      ))}
    </div>
  )
}

function useUndoState() {
  const { undo } = useSession()
  const subscribe = useCallback((listener: () => void) => undo.subscribe(listener), [undo])
  const canUndo = useSyncExternalStore(
    subscribe,
    () => undo.canUndo,
    () => false,
  )
  const canRedo = useSyncExternalStore(
    subscribe,
    () => undo.canRedo,
    () => false,
  )
  return { canUndo, canRedo }
}
