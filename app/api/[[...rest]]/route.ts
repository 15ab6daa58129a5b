import { route } from '@/app/http'
import { Problem } from '@/lib/access/problem'

/** Whatever is no route of ours is refused as all of them refuse. */
const answer = route(async () => {
  throw new Problem('not-found')
})

export { answer as GET, answer as POST, answer as PUT, answer as PATCH, answer as DELETE }
