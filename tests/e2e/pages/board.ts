import { expect, type Locator, type Page } from '@playwright/test'

/** The board as a person uses it: by what stands on the screen. */
export class BoardOnScreen {
  constructor(readonly page: Page) {}

  get status(): Locator {
    return this.page.getByRole('banner').getByRole('status')
  }
  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Moment' })
  }
  get title(): Locator {
    return this.panel.getByRole('textbox', { name: 'Wat gebeurde er?' })
  }
  get description(): Locator {
    return this.panel.getByRole('textbox', { name: 'Vertel meer' })
  }
  get date(): Locator {
    return this.panel.getByRole('textbox', { name: 'Wanneer?' })
  }
  /** A new moment in one line, on the canvas. */
  get quick(): Locator {
    return this.page.getByRole('form', { name: 'Nieuw moment' })
  }
  /** The buttons beside the canvas: undo, tools. */
  get tools(): Locator {
    return this.page.getByRole('toolbar', { name: 'Gereedschap' })
  }
  /** Moments that cannot be seen. */
  get outside(): Locator {
    return this.page.getByRole('navigation', { name: 'Momenten buiten beeld' })
  }
  /** The cursor of another person, by name. */
  cursorOf(name: string): Locator {
    return this.page.locator('.rt-cursor', { hasText: name })
  }
  /** A moment in the reading order of the canvas. */
  card(words: string): Locator {
    return this.page.getByRole('button', { name: words }).first()
  }
  /** The same moment as the eye sees it, where a pointer can take it. */
  drawn(words: string): Locator {
    return this.page.locator('.tl-shapes .rt-card', { hasText: words })
  }
  /** All moments, in reading order, as they are read aloud. */
  async read(): Promise<string[]> {
    return this.page
      .getByRole('list', { name: 'Momenten op volgorde van datum' })
      .getByRole('button')
      .allInnerTexts()
  }

  async ready(): Promise<void> {
    await expect(this.status).toContainText('Opgeslagen')
    await expect(this.page.getByRole('button', { name: 'Moment', exact: true })).toBeVisible()
    await expect(this.page.locator('[data-first-sight]')).toHaveCount(0)
  }

  /** + Moment on a side; the panel opens with the caret in the title. */
  async addMoment(side: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Moment', exact: true }).click()
    await this.quick.getByLabel('Kant').selectOption({ label: side })
    await this.quick.getByRole('button', { name: 'Vertel meer' }).click()
    await expect(this.title).toBeFocused()
  }

  /** Opens a moment by keyboard, as the list of moments on the canvas offers it. */
  async openMoment(words: string): Promise<void> {
    await this.card(words).focus()
    await this.page.keyboard.press('Enter')
    await expect(this.title).toHaveValue(words)
  }

  /** The middle of something on the screen. */
  async middleOf(locator: Locator): Promise<{ x: number; y: number }> {
    const box = await locator.boundingBox()
    if (!box) throw new Error('it is not on the screen')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  /** Clicks a card; the canvas takes the pointer for it. */
  async click(words: string): Promise<void> {
    const { x, y } = await this.middleOf(this.drawn(words))
    await this.page.mouse.click(x, y)
  }

  /** Takes a card with the mouse and lets it go that much further. Pixels. */
  async drag(words: string, dx: number, dy: number): Promise<void> {
    const { x, y } = await this.middleOf(this.drawn(words))
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    await this.page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 })
    await this.page.mouse.move(x + dx, y + dy, { steps: 4 })
    await this.page.mouse.up()
  }

  /** Pixels between two years of the axis. */
  async pixelsPerYear(): Promise<number> {
    const xs = await this.page
      .locator('.rt-axis text', { hasText: /^\d{4}$/ })
      .evaluateAll((texts) =>
        texts.map((text) => ({ year: Number(text.textContent), x: text.getBoundingClientRect().x })),
      )
    const [first, last] = [xs[0], xs.at(-1)]
    if (!first || !last || first === last) throw new Error('no years on the axis')
    return (last.x - first.x) / (last.year - first.year)
  }

  /** Where a year begins on the screen; `years` may be a fraction. */
  async xOfYear(years: number): Promise<number> {
    const label = this.page.locator('.rt-axis text', { hasText: /^\d{4}$/ }).first()
    const box = await label.boundingBox()
    const zoom = (await this.pixelsPerYear()) / 100
    // A label stands 4 page units right of its tick.
    return (
      (box?.x ?? 0) - 4 * zoom + (years - Number(await label.textContent())) * (await this.pixelsPerYear())
    )
  }

  async saved(): Promise<void> {
    await expect(this.status).toHaveText(/Opgeslagen/)
  }
}
