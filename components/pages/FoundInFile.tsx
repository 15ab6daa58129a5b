import { useEffect, useRef, type ReactNode } from 'react'

/** What a file turned out to be: its name, and what was found in it, where the reader goes on, or why it cannot be read. */
export function FoundInFile(props: { fileName: string; problem: string | null; children: ReactNode }) {
  const found = useRef<HTMLDivElement>(null)
  // The place where the file was chosen is gone: the reader goes on at what was found.
  useEffect(() => found.current?.focus(), [])
  return (
    <>
      <p className="truncate text-s text-ink-soft">{props.fileName}</p>
      {props.problem !== null ? (
        <p role="alert" className="text-l">
          {props.problem}
        </p>
      ) : (
        <div ref={found} tabIndex={-1} className="grid gap-1 outline-none">
          {props.children}
        </div>
      )}
    </>
  )
}
