import { signIn } from 'next-auth/react'
import { isProblemCode } from '@/lib/access/problem'
import type { Answer } from './api'

/** Signs in by e-mail address and password; the session cookie is set when it is well. Never throws. */
export async function signInWith(email: string, password: string): Promise<Answer<true>> {
  try {
    const answer = await signIn('credentials', { email, password, redirect: false })
    if (answer?.ok && !answer.error) return { ok: true, value: true }
    const code = answer?.error ?? ''
    return { ok: false, code: isProblemCode(code) ? code : 'failed', message: null }
  } catch {
    return { ok: false, code: 'offline', message: null }
  }
}
