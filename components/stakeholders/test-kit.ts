import { newCase } from '@/lib/case/test-kit'
import { Awareness } from 'y-protocols/awareness'
import { createBoardSession } from '@/components/board/session'
import { addStakes } from '@/lib/case/commands/stakes'
import { addIndexPerson, addPerson } from '@/lib/case/commands/people'
import type { Case } from '@/lib/case/schema'
import { dayOf } from '@/lib/dates/bounds'
import { GENOGRAM_THEME } from '@/lib/genogram/theme'
import { MESSAGES } from '@/lib/i18n/messages'
import { stakesOf } from '@/lib/stakeholders/fromCase'
import { stakesPicture, type StakesDrawing, type StakesPicture } from '@/lib/stakeholders/picture'
import type { StakeForm } from '@/lib/stakeholders/types'

/** What the tests of the field share. */

export const HOW: StakesDrawing = {
  theme: GENOGRAM_THEME,
  words: { drawn: MESSAGES.nl.stakeholders.drawn, genogram: MESSAGES.nl.genogram },
}

/** The field of a case in one form, in words that can be foretold. */
export function fieldOf(all: Case, form: StakeForm): StakesPicture {
  const same = (words: string) => words
  const words = { phase: same, accordingTo: same, perhaps: same }
  return stakesPicture(
    stakesOf(all, { form, today: dayOf(2026, 6, 1), locale: 'nl', words }),
    HOW.words.genogram,
  )
}

/** A board of Fenna, whom it is about, and of Karim and Judith, who are in the field. */
export function board() {
  const doc = newCase()
  const me = { id: 'ann', name: 'Ann' }
  const session = createBoardSession({ doc, awareness: new Awareness(doc), me, locale: 'nl', canWrite: true })
  addIndexPerson(doc, session.actor(), { name: 'Fenna', circle: 'family' })
  const people = ['Karim', 'Judith'].map((name) =>
    addPerson(doc, session.actor(), { name, circle: 'network' })!,
  )
  addStakes(doc, session.actor(), people)
  session.feed.flush()
  const [karim = '', judith = ''] = people.map((id) => stakeOf(id)?.id ?? '')
  function stakeOf(subject: string) {
    return session.feed.get().stakes.find((stake) => stake.subject === subject)
  }
  const told = (id: string) => session.feed.get().stakes.find((stake) => stake.id === id)
  const undo = () => {
    session.undo.undo()
    session.feed.flush()
  }
  return { session, people, karim, judith, told, undo }
}
