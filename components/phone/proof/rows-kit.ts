import { BETWEEN_ROWS } from './betweenRows-kit'
import { LINE_ROWS } from './lineRows-kit'
import { MOMENT_ROWS } from './momentRows-kit'
import { PEOPLE_ROWS } from './peopleRows-kit'

/** Every command that a view gives, by the list and by the canvas. */
export const ROWS = [...MOMENT_ROWS, ...LINE_ROWS, ...PEOPLE_ROWS, ...BETWEEN_ROWS]

/** Commands that no hand gives in a view, and where they are shown to work. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  addNote: 'the card or panel of what it is about, beside every view (NOT3)',
  addIndexPerson: 'the first of an empty canvas: in the list "addPerson" and "setIndexPerson" (GV11)',
  binBrought: 'the dialog that brought a file, beside every view (GED28)',
  merge: 'the card in the panel of people, beside every view (MRG5)',
  moveThread: 'the panel of looking back, beside every view (THR4)',
  startRound: 'a dialog, the same in the list and on the field (PLS13, PLS14)',
  linkPerson: 'given by "confirmName" and "changeEvents"',
  removeFromThread: 'the panel of looking back, beside every view (THR4)',
  renameThread: 'the panel of looking back, beside every view (THR4)',
  setParallelTitle: 'no view gives it yet',
  setPicture: 'a picture is sent to the server first (EV24)',
  setQuestion: 'asked when a board is made',
  setStakes: 'several let go of at once; in the list one by one with "setStake"',
  setTitle: 'the head of the board, above every view (TE15)',
  takeFromRecord: 'the server, when a record of the family goes',
}
