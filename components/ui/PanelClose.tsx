import { X } from 'lucide-react'
import { QUIET } from './classes'

/** Closes a panel: a cross, with its word where the panel is all there is. */
export function PanelClose({ label, word, onClose }: { label: string; word: string; onClose: () => void }) {
  return (
    <button type="button" aria-label={label} className={`ml-auto min-w-10 ${QUIET}`} onClick={onClose}>
      <span aria-hidden="true" className="hidden max-[720px]:inline">
        {word}
      </span>
      <X size={18} aria-hidden="true" />
    </button>
  )
}
