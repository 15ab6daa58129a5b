import { expect, type Locator, type Page } from '@playwright/test'
import type { Line } from '../fixtures/line'
import type { BoardOnScreen } from './board'

/** Who somebody new can be to a person, by the key on the canvas, its button there, and its button on the card. */
const KIN = {
  partner: { key: 'p', around: 'Partner', card: 'partner' },
  child: { key: 'k', around: 'Kind', card: 'kind' },
  parents: { key: 'o', around: 'Ouders', card: 'ouders' },
  sibling: { key: 'b', around: 'Broer of zus', card: 'broer of zus' },
  network: { key: 'n', around: 'Netwerk', card: 'netwerk' },
} as const
export type Kin = keyof typeof KIN

/** What the case says of the people, by id, as this person's screen says it. */
export type Told = Record<string, string>

/** One of several around a family, with the controls of the view that they look at. */
export abstract class FamilyHand {
  constructor(
    readonly name: string,
    readonly screen: BoardOnScreen,
    readonly line: Line,
    readonly random: () => number,
  ) {}

  get page(): Page {
    return this.screen.page
  }
  get card(): Locator {
    return this.page.getByRole('complementary', { name: 'Mensen' })
  }
  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }
  pick<T>(all: readonly T[]): T | undefined {
    return all[Math.floor(this.random() * all.length)]
  }

  /** Where everybody stands in words, each by id. */
  protected abstract readonly rows: string
  /** Opens the card of somebody. */
  abstract open(id: string): Promise<void>
  /** Begins to add somebody to a person; a small form opens. */
  abstract begin(of: string, as: Kin): Promise<void>
  /** Says that there is something between two; a small form opens. */
  abstract beginBond(from: string, to: string): Promise<void>
  abstract bin(id: string): Promise<void>
  /** One step back or forth; false when there is none to take. */
  abstract history(what: 'undo' | 'redo'): Promise<boolean>

  press(target: Locator): Promise<void> {
    return target.click()
  }

  /** Everybody on this screen. A change of the case is there one frame later, and the frame after that is drawn. */
  told(): Promise<Told> {
    return this.page.evaluate(async (rows) => {
      // A large family is placed by a worker: until then the canvas tells what was.
      for (let still = 0; still < 2; still = document.querySelector('.rt-busy') ? 0 : still + 1)
        await new Promise((drawn) => requestAnimationFrame(drawn))
      const told: Record<string, string> = {}
      for (const row of document.querySelectorAll<HTMLElement>(rows)) {
        const id = row.dataset['person'] ?? row.dataset['row']?.replace(/^people-/, '') ?? ''
        told[id] = row.textContent
      }
      return told
    }, this.rows)
  }

  async anybody(except?: string): Promise<string | undefined> {
    return this.pick(Object.keys(await this.told()).filter((id) => id !== except))
  }

  /** The id of who is called so, once this screen says it. */
  async idOf(name: string): Promise<string> {
    let found: string | undefined
    await expect
      .poll(
        async () =>
          (found = Object.entries(await this.told()).find(([, words]) => words.startsWith(name))?.[0]),
        name,
      )
      .toBeTruthy()
    return found ?? ''
  }

  /** Finishes the small form. False when the case does not allow it, which is said in words: then it is left. */
  async keep(button: string): Promise<boolean> {
    await this.press(this.dialog.getByRole('button', { name: button }))
    const refused = this.dialog.getByRole('alert').locator('p')
    await expect(async () => {
      const [forms, problems] = [await this.dialog.count(), await refused.count()]
      expect(forms === 0 || problems > 0).toBe(true)
    }).toPass()
    return (await this.dialog.count()) === 0
  }

  /** Nothing lies over the page any more: what was being done is left. */
  async rest(): Promise<void> {
    const leave = this.dialog.getByRole('button', { name: 'Toch niet' })
    if (await leave.isVisible()) await this.press(leave)
    await expect(this.dialog).toHaveCount(0)
    const close = this.page.getByRole('complementary').getByRole('button', { name: /^Sluit/ })
    while ((await close.count()) > 0) await this.press(close.first())
  }
}

/** On the canvas: by keys, or by the buttons around the symbol. */
export class CanvasHand extends FamilyHand {
  protected readonly rows = 'button[data-person]'
  by: 'keys' | 'buttons' = 'keys'

  private async stand(id: string): Promise<void> {
    await this.page.locator(`button[data-person="${id}"]`).focus()
  }
  private async around(button: string): Promise<void> {
    const bar = this.page.getByRole('toolbar', { name: /^Bij / })
    await bar.getByRole('button', { name: button, exact: true }).click()
  }
  async open(id: string): Promise<void> {
    await this.stand(id)
    await this.page.keyboard.press('Enter')
  }
  async begin(of: string, as: Kin): Promise<void> {
    await this.stand(of)
    if (this.by === 'keys') await this.page.keyboard.press(KIN[as].key)
    else await this.around(KIN[as].around)
  }
  async beginBond(from: string, to: string): Promise<void> {
    await this.stand(from)
    if (this.by === 'keys') await this.page.keyboard.press('r')
    else await this.around('Band')
    await this.stand(to)
    await this.page.keyboard.press('Enter')
  }
  async bin(id: string): Promise<void> {
    await this.stand(id)
    await this.page.keyboard.press('Delete')
  }
  async history(what: 'undo' | 'redo'): Promise<boolean> {
    const button = this.screen.tools.getByRole('button', { name: what === 'undo' ? 'Terug' : 'Opnieuw' })
    if (!(await button.isEnabled())) return false
    await button.click()
    return true
  }
  override async rest(): Promise<void> {
    const stop = this.page.getByRole('button', { name: 'Stop', exact: true })
    if (await stop.isVisible()) await stop.click()
    await super.rest()
  }
}

/** Beside the canvas: the list of the family, and the card of each. */
export class ListHand extends FamilyHand {
  protected readonly rows = 'section[aria-label="Familie en netwerk"] [data-row^="people-"]'

  async open(id: string): Promise<void> {
    await this.press(this.page.locator(`${this.rows}[data-row="people-${id}"]`).first())
  }
  async begin(of: string, as: Kin): Promise<void> {
    await this.open(of)
    await this.press(this.card.getByRole('button', { name: KIN[as].card, exact: true }))
  }
  async beginBond(from: string, to: string): Promise<void> {
    await this.open(from)
    await this.card.getByLabel('Hoe is het met…').selectOption(to)
    await this.press(this.card.getByRole('button', { name: 'Zeg het' }))
  }
  async bin(id: string): Promise<void> {
    await this.open(id)
    await this.press(this.card.getByRole('button', { name: 'Leg in de prullenbak' }))
  }
  /** By keys, which say nothing when there is no step. */
  async history(what: 'undo' | 'redo'): Promise<boolean> {
    await this.page.keyboard.press(what === 'undo' ? 'Control+z' : 'Control+Shift+z')
    return true
  }
}

/** By touch on a telephone: the same list; what was just done can be taken back by the message about it. */
export class PhoneHand extends ListHand {
  override press(target: Locator): Promise<void> {
    return target.tap()
  }
  override async history(what: 'undo' | 'redo'): Promise<boolean> {
    const button = this.page.getByRole('status').getByRole('button', { name: 'Ongedaan maken' })
    if (what === 'redo' || !(await button.isVisible())) return false
    await button.tap()
    return true
  }
}
