'use client'
import {
  ArrowUpRight,
  Eraser,
  Frame,
  Hand,
  MousePointer2,
  Pencil,
  Plus,
  Redo2,
  StickyNote,
  Trash2,
  Type,
  Undo2,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { Popover } from 'radix-ui'
import { DefaultColorStyle, useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useRoom } from '@/components/board/useRoom'
import { useUndoState } from '@/components/board/useUndoState'
import { QuickMoment } from '@/components/timeline/QuickMoment'
import type { NamedLane } from '@/components/timeline/useTimeline'
import { isFocusLost } from '@/components/ui/usePanel'
import { FastenButton } from './FastenButton'
import { colourValue, OFFERED_COLOURS } from './palette'
import { PictureButton } from './PictureButton'
import { RailButton } from './RailButton'
import { useCanvasKey } from './useCanvasKey'

interface Props {
  editor: Editor
  /** Lanes that a new moment can be put on; none where moments have no place (the free board). */
  lanes: readonly NamedLane[]
  /** A moment stands on the line and may be shown. */
  onAdded: (id: string) => void
  /** A moment is to be opened, to tell more. */
  onOpen: (id: string) => void
  onUndo: () => void
  onRedo: () => void
  onDelete: () => void
}

const DRAWING = new Set(['draw', 'text', 'note', 'arrow'])
const TOOLS: readonly {
  id: 'select' | 'hand' | 'text' | 'note' | 'draw' | 'arrow' | 'frame' | 'eraser'
  icon: LucideIcon
}[] = [
  { id: 'select', icon: MousePointer2 },
  { id: 'hand', icon: Hand },
  { id: 'text', icon: Type },
  { id: 'note', icon: StickyNote },
  { id: 'draw', icon: Pencil },
  { id: 'arrow', icon: ArrowUpRight },
  { id: 'frame', icon: Frame },
  { id: 'eraser', icon: Eraser },
]

/** Tools with words: in a rail where there is room, in one button beside a video call. */
export function ToolRail(props: Props) {
  const { editor, lanes, onUndo, onRedo, onDelete } = props
  const t = useTranslations('canvas')
  const isCompact = useRoom() !== 'roomy'
  const hasSelection = useValue('selected', () => editor.getSelectedShapeIds().length > 0, [editor])
  const { canUndo, canRedo } = useUndoState()
  return (
    <div
      role="toolbar"
      aria-label={t('tools.label')}
      aria-orientation="vertical"
      className={`pointer-events-auto flex max-h-full flex-col gap-0.5 overflow-y-auto rounded-card border border-line bg-surface shadow-card ${
        isCompact ? 'rt-rail-compact w-[60px] p-1' : 'w-[76px] p-1.5'
      }`}
    >
      {(isCompact || lanes.length > 0) && (
        <PlusButton {...props}>{isCompact && <Tools editor={editor} wide />}</PlusButton>
      )}
      {!isCompact && <Tools editor={editor} />}
      {!isCompact && <hr className="mx-1 my-1 border-line" />}
      <RailButton icon={Undo2} label={t('tools.undo')} disabled={!canUndo} onClick={onUndo} />
      <RailButton icon={Redo2} label={t('tools.redo')} disabled={!canRedo} onClick={onRedo} />
      <FastenButton editor={editor} />
      {hasSelection && <RailButton icon={Trash2} label={t('tools.delete')} onClick={onDelete} />}
    </div>
  )
}

/** The tools themselves; colours come with those that have one. */
function Tools({ editor, wide = false }: { editor: Editor; wide?: boolean }) {
  const t = useTranslations('canvas')
  const tool = useValue('tool', () => editor.getCurrentToolId(), [editor])
  const buttons = TOOLS.map(({ id, icon }) => (
    <RailButton
      key={id}
      icon={icon}
      label={t(`tools.${id}`)}
      pressed={tool === id}
      onClick={() => {
        editor.setCurrentTool(id)
        editor.focus()
      }}
    />
  ))
  const colours = DRAWING.has(tool) && <Colours editor={editor} />
  if (!wide) {
    return (
      <>
        {buttons}
        <PictureButton editor={editor} />
        {colours}
      </>
    )
  }
  return (
    <div role="group" aria-label={t('tools.label')} className="mt-2 border-t border-line pt-2">
      <div className="grid grid-cols-5 gap-0.5">
        {buttons}
        <PictureButton editor={editor} />
      </div>
      {colours}
    </div>
  )
}

/** One button for what is added: a moment in a line, and beside a video call the tools as well. `n` opens it. */
function PlusButton({ editor, lanes, onAdded, onOpen, children }: Props & { children?: ReactNode }) {
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  const cameFrom = useRef<Element | null>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  /** A panel opens in its place, and takes the focus. */
  const toPanel = useRef(false)
  const active = useValue('pointing', () => editor.getCurrentToolId() === 'moment', [editor])
  const change = (next: boolean) => {
    if (next) cameFrom.current = document.activeElement
    setOpen(next)
  }
  useCanvasKey('n', () => change(true), lanes.length > 0)
  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger
        ref={trigger}
        title={`${t('canvas.tools.moment')} (N)`}
        className={`flex min-h-14 shrink-0 flex-col items-center justify-center gap-0.5 rounded-lg px-1 py-1 text-[12px] leading-tight font-bold text-white ${
          active || open ? 'bg-accent-strong' : 'bg-accent hover:bg-accent-strong'
        }`}
      >
        <Plus size={20} aria-hidden="true" />
        {lanes.length > 0 ? t('canvas.tools.moment') : t('lanes.quick.tools')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={lanes.length > 0 ? t('lanes.quick.label') : t('canvas.tools.label')}
          side="right"
          align="start"
          sideOffset={12}
          collisionPadding={8}
          className="z-40 max-h-(--radix-popover-content-available-height) w-[min(25rem,calc(100vw-6rem))] overflow-y-auto rounded-card border border-line bg-surface p-3 shadow-card"
          onInteractOutside={(event) => {
            // The canvas can be looked at and moved while one is telling.
            if (event.type.includes('focus')) event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            const goesOn = toPanel.current
            toPanel.current = false
            if (goesOn || !isFocusLost()) return
            const before = cameFrom.current
            const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body
            ;(isThere ? before : trigger.current)?.focus()
          }}
        >
          {lanes.length > 0 && (
            <>
              <QuickMoment
                lanes={lanes}
                onAdded={onAdded}
                onOpen={(id) => {
                  toPanel.current = true
                  setOpen(false)
                  onOpen(id)
                }}
              />
              <button
                type="button"
                className="min-h-10 rounded-lg px-1 text-left text-s text-ink-soft underline underline-offset-2"
                onClick={() => {
                  setOpen(false)
                  editor.setCurrentTool('moment')
                  editor.focus()
                }}
              >
                {t('timeline.pointInstead')}
              </button>
            </>
          )}
          {children}
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
