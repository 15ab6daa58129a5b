'use client'
import { Tldraw, useTldrawUser } from 'tldraw'
import type { Editor, TLComponents, TLStore, TLUserPreferences } from 'tldraw'
import 'tldraw/tldraw.css'
import './canvas.css'
import { useCallback, useState } from 'react'
import type { Locale } from '@/lib/dates/types'
import { visibilityOf } from './sight'
import { BINDING_UTILS, SHAPE_UTILS, TOOLS } from './schema'
import { assetUrls } from './assets'
import { CAMERA } from './camera'
import { CanvasCrash } from './CanvasCrash'
import { Cursors } from './Cursors'
import { OVERRIDES, preferences } from './overrides'

const ASSETS = assetUrls()

/** tldraw's own panels stay away; ours stand around the canvas. Its watermark is part of its licence and stays. */
const COMPONENTS: TLComponents = {
  ActionsMenu: null,
  ContextMenu: null,
  CursorChatBubble: null,
  DebugMenu: null,
  DebugPanel: null,
  ErrorFallback: CanvasCrash,
  HelpMenu: null,
  HelperButtons: null,
  ImageToolbar: null,
  InFrontOfTheCanvas: Cursors,
  KeyboardShortcutsDialog: null,
  MainMenu: null,
  MenuPanel: null,
  Minimap: null,
  NavigationPanel: null,
  PageMenu: null,
  QuickActions: null,
  RichTextToolbar: null,
  SharePanel: null,
  StylePanel: null,
  Toolbar: null,
  TopPanel: null,
  VideoToolbar: null,
  ZoomMenu: null,
}

// What is drawn does not wait for its fonts: everything would.
const OPTIONS = { createTextOnCanvasDoubleClick: false, maxPages: 4, maxFontsToLoadBeforeRender: 0 }
const NO_EMBEDS: never[] = []

interface Props {
  store: TLStore
  me: { id: string; name: string }
  locale: Locale
  licenseKey?: string | undefined
  onMount: (editor: Editor) => () => void
}

/** The canvas library with everything off that calls others, keeps traces, or that our own interface does. */
export function TldrawShell({ store, me, locale, licenseKey, onMount }: Props) {
  const [prefs, setPrefs] = useState(() => preferences(me, locale))
  // A new function would make a new editor.
  const setUserPreferences = useCallback(
    ({ animationSpeed }: TLUserPreferences) =>
      setPrefs((now) => ({ ...now, animationSpeed: animationSpeed ?? 1 })),
    [],
  )
  const user = useTldrawUser({ userPreferences: prefs, setUserPreferences })
  return (
    <Tldraw
      store={store}
      user={user}
      shapeUtils={SHAPE_UTILS}
      bindingUtils={BINDING_UTILS}
      tools={TOOLS}
      components={COMPONENTS}
      overrides={OVERRIDES}
      assetUrls={ASSETS}
      options={OPTIONS}
      cameraOptions={CAMERA}
      getShapeVisibility={visibilityOf}
      embeds={NO_EMBEDS}
      acceptedImageMimeTypes={NO_EMBEDS}
      acceptedVideoMimeTypes={NO_EMBEDS}
      onMount={onMount}
      {...(licenseKey ? { licenseKey } : {})}
    />
  )
}
