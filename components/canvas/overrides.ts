import type { Editor, TLUiActionsContextType, TLUiOverrides, TLUiToolsContextType } from 'tldraw'
import type { Locale } from '@/lib/dates/types'
import { commandsOf } from './commands'
import { DUTCH } from './dutch'

/** Keys that stay tldraw's: everything else of it (debug, dark mode, print, pages…) has no key here. */
const KEPT_ACTIONS = new Set([
  'copy',
  'cut',
  'paste',
  'select-all',
  'zoom-in',
  'zoom-out',
  'zoom-to-100',
  'bring-forward',
  'send-backward',
])
/** Our tools and their keys. */
const TOOL_KEYS: Readonly<Record<string, string>> = {
  select: 'v',
  hand: 'h',
  text: 't',
  draw: 'd',
  arrow: 'a',
  eraser: 'e',
}

/** tldraw's interface with our keys: undo is the session's, delete knows moments, nothing opens a debug menu. */
export const OVERRIDES: TLUiOverrides = {
  translations: { nl: { ...DUTCH } },
  actions: (editor: Editor, actions: TLUiActionsContextType) => {
    const ours: Record<string, () => void> = {
      delete: () => commandsOf(editor)?.deleteSelected(),
      undo: () => commandsOf(editor)?.undo(),
      redo: () => commandsOf(editor)?.redo(),
      'zoom-to-fit': () => commandsOf(editor)?.showAll(),
    }
    return Object.fromEntries(
      Object.entries(actions).map(([id, action]) => {
        const run = ours[id]
        if (run) return [id, { ...action, onSelect: run }]
        return [id, KEPT_ACTIONS.has(id) ? action : { ...action, kbd: undefined }]
      }),
    )
  },
  tools: (editor: Editor, tools: TLUiToolsContextType) => ({
    ...Object.fromEntries(Object.entries(tools).map(([id, tool]) => [id, { ...tool, kbd: TOOL_KEYS[id] }])),
    moment: {
      id: 'moment',
      label: 'moment',
      icon: 'plus',
      kbd: 'm',
      onSelect: () => void editor.setCurrentTool('moment'),
    },
  }),
}

/** tldraw's preferences, kept in memory only: a shared computer keeps nothing of who drew here. */
export function preferences(me: { id: string; name: string }, locale: Locale) {
  return {
    id: me.id,
    name: me.name,
    locale,
    colorScheme: 'light' as const,
    animationSpeed: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1,
    isSnapMode: false,
  }
}
