import { Problem } from '@/lib/access/problem'

/** Runs jobs one after the other; when too many wait already, the next is refused as `too-many`. */
export class Turns {
  #waiting = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(private readonly most: number) {}

  run<T>(job: () => Promise<T>): Promise<T> {
    if (this.#waiting >= this.most) return Promise.reject(new Problem('too-many'))
    this.#waiting += 1
    const done = this.#last.then(job).finally(() => {
      this.#waiting -= 1
    })
    this.#last = done.catch(() => {})
    return done
  }
}
