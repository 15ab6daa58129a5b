'use client'
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'

interface Toast {
  id: number
  text: string
  action?: { label: string; run: () => void }
}
type Show = (text: string, action?: Toast['action']) => void

const ToastContext = createContext<Show>(() => {})

/** Says something for a while, with at most one thing to do about it. */
export const useToast = () => useContext(ToastContext)

/** Long enough to read, and to reach the button by keyboard. */
const SHOWN_MS = 9_000

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  const remove = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const show = useCallback<Show>((text, action) => {
    // One at a time: two messages about the same hand's work compete.
    setToasts((all) => [{ id: (all[0]?.id ?? 0) + 1, text, action }])
  }, [])
  const context = useMemo(() => show, [show])
  return (
    <ToastContext value={context}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 bottom-16 z-50 flex flex-col items-center gap-2 px-4"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onGone={() => remove(toast.id)} />
        ))}
      </div>
    </ToastContext>
  )
}

function ToastCard({ toast, onGone }: { toast: Toast; onGone: () => void }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onGone, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [held, onGone])
  return (
    <div
      className="pointer-events-auto flex max-w-md items-center gap-3 rounded-card bg-ink px-4 py-2 text-m text-white shadow-card"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className="min-h-9 rounded-md px-2 font-bold underline underline-offset-2"
          onClick={() => {
            toast.action?.run()
            onGone()
          }}
        >
          {toast.action.label}
        </button>
      )}
    </div>
  )
}
