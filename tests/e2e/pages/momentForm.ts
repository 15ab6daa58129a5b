import { expect, type Locator, type Page } from '@playwright/test'

/** One line of a sheet, in the words of the screen. */
export interface SheetLine {
  when: string
  kind: string
  side: string
  source: string
  who: string
  title: string
}

const KINDS: Readonly<Record<string, string>> = {
  feit: 'gebeurtenis',
  besluit: 'beslismoment',
  contact: 'contact',
  behoefte: 'wat nodig was',
  beleving: 'hoe het was',
}

/** The lines of a sheet (`datum;soort;bron;wie;aard;helpend;tekst`) as somebody would tell them. */
export function linesOf(csv: string): SheetLine[] {
  const [, ...rows] = csv.trim().split('\n')
  return rows.map((row) => {
    const [when = '', kind = '', source = '', who = '', , , title = ''] = row.split(';')
    const side = source === 'professional' ? 'Professionals' : 'Gezin en netwerk'
    return { when: when === '..' ? '' : when, kind: KINDS[kind] ?? '', side, source, who, title }
  })
}

/** The form for a new moment by keyboard alone: counts the keys besides the words themselves. */
export class MomentByKeys {
  keys = 0
  readonly form: Locator
  constructor(readonly page: Page) {
    this.form = page.getByRole('form', { name: 'Nieuw moment' })
  }

  async press(key: string): Promise<void> {
    this.keys++
    await this.page.keyboard.press(key)
  }

  /** Opens the form with all its fields, and puts the caret back in the first. */
  async open(): Promise<void> {
    await this.press('n')
    const first = this.form.getByLabel('Wat gebeurde er?')
    await expect(first).toBeFocused()
    for (let i = 0; i < 4; i++) await this.press('Tab')
    await expect(this.form.getByRole('button', { name: 'Soort, wie, bron' })).toBeFocused()
    await this.press('Space')
    for (let i = 0; i < 7; i++) await this.press('Shift+Tab')
    await expect(first).toBeFocused()
  }

  async add({ when, kind, side, source, who, title }: SheetLine): Promise<void> {
    await this.page.keyboard.type(title)
    await this.press('Tab')
    await this.page.keyboard.type(when)
    await this.press('Tab')
    await this.pick('Kant', side)
    await this.press('Tab')
    await this.pick('Wat is het?', kind)
    await this.press('Tab')
    await this.pick('Verteld vanuit', source)
    await this.press('Tab')
    await expect(this.form.getByLabel('Wie waren erbij?')).toBeFocused()
    await this.page.keyboard.type(who)
    await this.press('Enter')
    await expect(this.form).toContainText(`“${title}” staat op de tijdlijn.`)
    await expect(this.form.getByLabel('Wat gebeurde er?')).toBeFocused()
  }

  /** Letters of the wanted word, until the list stands on it. */
  private async pick(label: string, word: string): Promise<void> {
    const list = this.form.getByLabel(label)
    await expect(list).toBeFocused()
    const now = () => list.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.label)
    for (const letter of word.slice(0, 4)) {
      if ((await now()) === word) return
      await this.press(letter)
    }
    expect(await now()).toBe(word)
  }
}

/** The same by keyboard alone, in the form of the list. */
export class MomentInList {
  readonly form: Locator
  constructor(readonly page: Page) {
    this.form = page.getByRole('form', { name: 'Nieuw moment' })
  }

  /** The button that adds has the focus: before the first, and after each. */
  async add({ when, kind, side, source, who, title }: SheetLine): Promise<void> {
    const { keyboard } = this.page
    const button = this.page.getByRole('button', { name: /^(Moment|Zet een moment neer)$/ })
    await expect(button).toBeFocused()
    await keyboard.press('Enter')
    await expect(this.form.getByLabel('Wat wil je vertellen?')).toBeFocused()
    await keyboard.type(title)
    await keyboard.press('Tab')
    await keyboard.type(when)
    await this.choose('Aan welke kant?', side)
    await this.choose('Wat is het?', kind)
    await this.choose('Verteld vanuit', source)
    await keyboard.press('Tab')
    await expect(this.form.getByLabel('Wie waren erbij?')).toBeFocused()
    await keyboard.type(who)
    await keyboard.press('Enter')
    await expect(this.form).toBeHidden()
  }

  /** Tab goes into a group, arrows go through it. */
  private async choose(group: string, option: string): Promise<void> {
    await this.page.keyboard.press('Tab')
    const radios = this.form.getByRole('radiogroup', { name: group }).getByRole('radio')
    const wanted = radios.filter({ hasText: new RegExp(`^${option}$`) })
    const isThere = () => wanted.evaluate((radio) => radio === document.activeElement)
    for (let i = await radios.count(); i > 0 && !(await isThere()); i--)
      await this.page.keyboard.press('ArrowDown')
    await expect(wanted).toBeFocused()
    await this.page.keyboard.press('Space')
    await expect(wanted).toBeChecked()
  }
}

/** The same by touch alone, in the form of the phone. */
export class MomentByTouch {
  constructor(readonly page: Page) {}

  async add({ when, kind, side, source, who, title }: SheetLine): Promise<void> {
    await this.page.getByRole('button', { name: /^(Moment|Zet een moment neer)$/ }).tap()
    const form = this.page.getByRole('form', { name: 'Nieuw moment' })
    const write = async (label: string, words: string) => {
      await form.getByLabel(label).tap()
      await this.page.keyboard.type(words)
      await expect(form.getByLabel(label)).toHaveValue(words)
    }
    const choose = async (group: string, option: string) => {
      const radio = form
        .getByRole('radiogroup', { name: group })
        .getByRole('radio', { name: option, exact: true })
      await radio.tap()
      await expect(radio).toBeChecked()
    }
    await write('Wat wil je vertellen?', title)
    await write('Wanneer ongeveer?', when)
    await choose('Aan welke kant?', side)
    await choose('Wat is het?', kind)
    await choose('Verteld vanuit', source)
    await write('Wie waren erbij?', who)
    await form.getByRole('button', { name: 'Zet erbij' }).tap()
    await expect(form).toBeHidden()
  }
}
