import type { LucideIcon } from 'lucide-react'

interface ButtonProps {
  icon: LucideIcon
  label: string
  pressed?: boolean
  disabled?: boolean
  onClick: () => void
}

/** A button of the rail: a picture with its word under it. */
export function RailButton({ icon: Icon, label, pressed, disabled, onClick }: ButtonProps) {
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
