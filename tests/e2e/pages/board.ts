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
  /** The cursor of another person, by name. */
  cursorOf(name: string): Locator {
    return this.page.locator('.rt-cursor', { hasText: name })
  }
  /** A moment in the reading order of the canvas. */
  card(words: string): Locator {
    return this.page.getByRole('button', { name: words }).first()
  }

  async ready(): Promise<void> {
    await expect(this.status).toContainText('Opgeslagen')
    await expect(this.page.getByRole('button', { name: 'Moment', exact: true })).toBeVisible()
  }

  /** + Moment on a side; the panel opens with the caret in the title. */
  async addMoment(side: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Moment', exact: true }).click()
    await this.page.getByRole('button', { name: side, exact: true }).click()
    await expect(this.title).toBeFocused()
  }

  /** Opens a moment by keyboard, as the list of moments on the canvas offers it. */
  async openMoment(words: string): Promise<void> {
    await this.card(words).focus()
    await this.page.keyboard.press('Enter')
    await expect(this.title).toHaveValue(words)
  }

  async saved(): Promise<void> {
    await expect(this.status).toHaveText(/Opgeslagen/)
  }
}
