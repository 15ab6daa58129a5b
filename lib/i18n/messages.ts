import type { Locale } from '@/lib/dates/types'
import enBoard from './messages/en/board.json'
import enBoards from './messages/en/boards.json'
import enCanvas from './messages/en/canvas.json'
import enCommon from './messages/en/common.json'
import enDates from './messages/en/dates.json'
import enErrors from './messages/en/errors.json'
import enEvent from './messages/en/event.json'
import enExport from './messages/en/export.json'
import enGenogram from './messages/en/genogram.json'
import enJoin from './messages/en/join.json'
import enLanes from './messages/en/lanes.json'
import enLooking from './messages/en/looking.json'
import enPeople from './messages/en/people.json'
import enPhone from './messages/en/phone.json'
import enPrint from './messages/en/print.json'
import enReserved from './messages/en/reserved.json'
import enSignin from './messages/en/signin.json'
import enStakeholders from './messages/en/stakeholders.json'
import enTimeline from './messages/en/timeline.json'
import enWork from './messages/en/work.json'
import nlBoard from './messages/nl/board.json'
import nlBoards from './messages/nl/boards.json'
import nlCanvas from './messages/nl/canvas.json'
import nlCommon from './messages/nl/common.json'
import nlDates from './messages/nl/dates.json'
import nlErrors from './messages/nl/errors.json'
import nlEvent from './messages/nl/event.json'
import nlExport from './messages/nl/export.json'
import nlGenogram from './messages/nl/genogram.json'
import nlJoin from './messages/nl/join.json'
import nlLanes from './messages/nl/lanes.json'
import nlLooking from './messages/nl/looking.json'
import nlPeople from './messages/nl/people.json'
import nlPhone from './messages/nl/phone.json'
import nlPrint from './messages/nl/print.json'
import nlReserved from './messages/nl/reserved.json'
import nlSignin from './messages/nl/signin.json'
import nlStakeholders from './messages/nl/stakeholders.json'
import nlTimeline from './messages/nl/timeline.json'
import nlWork from './messages/nl/work.json'

const nl = {
  board: nlBoard,
  boards: nlBoards,
  canvas: nlCanvas,
  common: nlCommon,
  dates: nlDates,
  errors: nlErrors,
  event: nlEvent,
  export: nlExport,
  genogram: nlGenogram,
  join: nlJoin,
  lanes: nlLanes,
  looking: nlLooking,
  people: nlPeople,
  phone: nlPhone,
  print: nlPrint,
  reserved: nlReserved,
  signin: nlSignin,
  stakeholders: nlStakeholders,
  timeline: nlTimeline,
  work: nlWork,
}

/** Dutch is the first language: it says which texts there are, and English has to have them all. */
export type Messages = typeof nl

const en: Messages = {
  board: enBoard,
  boards: enBoards,
  canvas: enCanvas,
  common: enCommon,
  dates: enDates,
  errors: enErrors,
  event: enEvent,
  export: enExport,
  genogram: enGenogram,
  join: enJoin,
  lanes: enLanes,
  looking: enLooking,
  people: enPeople,
  phone: enPhone,
  print: enPrint,
  reserved: enReserved,
  signin: enSignin,
  stakeholders: enStakeholders,
  timeline: enTimeline,
  work: enWork,
}

/** All texts of the product, one file per namespace and language. */
export const MESSAGES: Readonly<Record<Locale, Messages>> = { nl, en }
