import { isMap, sharedRecord } from '../doc'
import { type CaseRecognition, Recognition } from '../schema'
import type { Actor } from './run'

/** Sets or takes back what somebody recognises in a shared map of answers. */
export function setAnswer(
  actor: Actor,
  answers: unknown,
  input: { key: string; answer: CaseRecognition['answer'] | null; name: string },
  run: (change: () => boolean) => boolean,
): boolean {
  const { key, answer, name } = input
  if (!isMap(answers) || key.length < 1 || key.length > 64 || key === '__proto__') return false
  if (answer === null && !answers.has(key)) return false
  return run(() => {
    if (answer === null) {
      answers.delete(key)
      return true
    }
    const writtenBy = key === actor.principal ? null : actor.principal
    const said = Recognition.safeParse({ answer, name, writtenBy, at: actor.now })
    if (said.success) answers.set(key, sharedRecord(Recognition, said.data))
    return said.success
  })
}
