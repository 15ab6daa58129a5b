const HIDDEN_INTERVAL_MS = 250

/** Does the job before the next frame, or soon where no frames come: in a hidden tab. Returns what calls it off. */
export function nextFrame(job: () => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(job, HIDDEN_INTERVAL_MS)
    return () => clearTimeout(timer)
  }
  const frame = requestAnimationFrame(job)
  // A frame that was asked for in a tab that is then hidden never comes.
  const timer = setTimeout(job, HIDDEN_INTERVAL_MS)
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** Does the job once what stands in the page now has been painted. Returns what calls it off. */
export function afterPaint(job: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = nextFrame(() => {
    cancel()
    timer = setTimeout(job)
  })
  return () => {
    cancel()
    clearTimeout(timer)
  }
}
