import type { GenogramWords } from '@/lib/genogram/words'
import type { Messages } from '@/lib/i18n/messages'

/** Words in a drawn stakeholder map, in one language: its own, and those of the symbols and lines in it. */
export interface StakesWords {
  drawn: Messages['stakeholders']['drawn']
  genogram: GenogramWords
}
