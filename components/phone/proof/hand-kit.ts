import { act } from 'react'

/** What opens on top is looked at first, as who works there does. */
const ON_TOP = ['[role="menu"]', '[role="dialog"]', '.rt-panel', 'body']
const PRESSED = 'button, summary, [role="menuitem"], input[type="checkbox"], input[type="radio"], a[href]'
const WRITTEN = 'input:not([type="checkbox"]):not([type="radio"]):not([type="file"]), textarea'

const words = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/gu, ' ').trim()

/** What assistive technology calls an element; enough of it for our own pages. */
function nameOf(element: Element): string {
  const by = element.getAttribute('aria-labelledby')
  if (by)
    return words(
      by
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join(' '),
    )
  const own = element.getAttribute('aria-label')
  if (own) return words(own)
  if (element.matches('input, select, textarea')) {
    const label = element.id ? document.querySelector(`label[for="${element.id}"]`) : element.closest('label')
    if (label) return words(label.textContent)
  }
  const copy = element.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove()
  return words(copy.textContent) || words(element.getAttribute('title'))
}

/** Does with a page what somebody at a keyboard does: finds things by their name, presses, writes, picks. */
export class Hand {
  /** The thing of this name that is on top: of several the first, or the last. */
  find(selector: string, name: string | RegExp, which: 0 | -1 = 0): HTMLElement {
    const isIt = (element: Element) => {
      const own = nameOf(element)
      return typeof name === 'string' ? own === name : name.test(own)
    }
    for (const place of ON_TOP)
      for (const root of [...document.querySelectorAll(place)].toReversed()) {
        const found = [...root.querySelectorAll<HTMLElement>(selector)].filter(isIt).at(which)
        if (found) return found
      }
    const names = [...document.querySelectorAll(selector)].map(nameOf)
    throw new Error(`nothing is called ${String(name)}; there are ${names.join(' | ')}`)
  }

  async press(...names: (string | RegExp)[]): Promise<void> {
    for (const name of names) await this.#press(this.find(PRESSED, name))
  }

  pressLast(name: string): Promise<void> {
    return this.#press(this.find(PRESSED, name, -1))
  }

  #press(target: HTMLElement): Promise<void> {
    return act(async () => {
      target.focus()
      target.click()
    })
  }

  /** A menu opens, and its items are chosen, by Enter. */
  async enter(...names: string[]): Promise<void> {
    for (const name of names) {
      const target = this.find(PRESSED, name)
      await act(async () => {
        target.focus()
        target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
      })
    }
  }

  /** Writes in a field and leaves it. */
  write(label: string, text: string): Promise<void> {
    return this.#write(this.find(WRITTEN, label), text)
  }

  writeLast(label: string, text: string): Promise<void> {
    return this.#write(this.find(WRITTEN, label, -1), text)
  }

  async #write(field: HTMLElement, text: string): Promise<void> {
    await act(async () => field.focus())
    await act(async () => {
      // As a browser does it: not by the property that React watches.
      Reflect.set(Object.getPrototypeOf(field) as object, 'value', text, field)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await act(async () => field.blur())
  }

  pick(label: string, option: string): Promise<void> {
    return this.#pick(this.find('select', label) as HTMLSelectElement, option)
  }

  pickLast(label: string, option: string): Promise<void> {
    return this.#pick(this.find('select', label, -1) as HTMLSelectElement, option)
  }

  async #pick(list: HTMLSelectElement, option: string): Promise<void> {
    const wanted = [...list.options].find(({ textContent }) => words(textContent) === option)
    if (!wanted) throw new Error(`${option} is no choice; there are ${words(list.textContent)}`)
    await act(async () => {
      list.value = wanted.value
      list.dispatchEvent(new Event('change', { bubbles: true }))
    })
  }

  /** A piece of text or a table from another program. */
  async paste(text: string): Promise<void> {
    const event = new Event('paste', { bubbles: true, cancelable: true })
    const getData = (type: string) => (type === 'text/plain' ? text : '')
    Object.assign(event, { clipboardData: { getData, types: ['text/plain'], items: [], files: [] } })
    await act(async () => void document.body.dispatchEvent(event))
  }

  /** Waits until these words stand on the page: what is fetched first comes a moment later. */
  async hear(text: string): Promise<void> {
    const isSaid = () => document.body.textContent?.includes(text) ?? false
    for (let i = 0; i < 200 && !isSaid(); i++)
      await act(() => new Promise<void>((resolve) => void setTimeout(resolve, 25)))
    if (!isSaid()) throw new Error(`nobody said ${text}`)
  }

  /** Opens somebody or a moment from a list. */
  async open(row: string): Promise<void> {
    const target = [...document.querySelectorAll<HTMLElement>(`[data-row="${row}"]`)].at(-1)
    if (!target) throw new Error(`no row ${row}`)
    await act(async () => target.click())
  }
}
