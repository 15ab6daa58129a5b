import { useEditor, useValue } from 'tldraw'
import { useOthers } from '@/components/board/presence'
import { isQuiet } from '@/components/board/quiet'
import { useSession } from '@/components/board/session'

/** Where the others point, by name. Cursors that have not moved for a while go away. */
export function Cursors() {
  const editor = useEditor()
  const others = useOthers()
  const { awareness } = useSession()
  const camera = useValue('camera', () => editor.getCamera(), [editor])
  const page = useValue('page', () => editor.getCurrentPageId(), [editor])
  return (
    <div className="rt-cursors" aria-hidden="true">
      {others.map(({ key, user, cursor }) => {
        // Who places for themselves sees nobody else point: they look at another picture.
        if (!cursor || cursor.view !== page || isQuiet(awareness)) return null
        const { x, y } = editor.pageToViewport(cursor)
        return (
          <div key={key} className="rt-cursor" style={{ transform: `translate(${x}px, ${y}px)` }}>
            <svg width="16" height="18" viewBox="0 0 16 18" data-zoom={camera.z}>
              <path d="M1 1L14 10L8 11L5 17Z" fill={user.color} stroke="#fff" strokeWidth="1.5" />
            </svg>
            <span style={{ background: user.color }}>{user.name}</span>
          </div>
        )
      })}
    </div>
  )
}
