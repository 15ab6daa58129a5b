import { isProblem, Problem } from '@/lib/access/problem'
import type { Role } from '@/lib/access/rights'
import { countsOf } from '@/lib/exchange/gedcom/preview'
import type { CsvPreview } from '@/lib/exchange/csv/types'
import type { GedcomFile } from '@/lib/exchange/gedcom/types'
import type { ImportKind } from '@/lib/exchange/imports'
import type { ExportOptions } from '@/lib/exchange/options'
import type { App } from './app'
import type { RewriteOptions } from './boards/rewriting'
import type { BackupRequest } from './keeping/backup'
import { tellBackup, tellCheck, tellMissed, tellRewrite } from './keeping/words'
import type { Outcome } from './outcome'
import type { Principal } from './services'

/** What an operator can ask, already parsed by the command line. Files travel as base64. */
export type Command =
  | {
      name: 'user add'
      email: string
      person: string
      organisation: string
      admin: boolean
      password: string
    }
  | { name: 'board add'; title: string; owner: string; example: boolean; locale: 'nl' | 'en' }
  | { name: 'board list' }
  | { name: 'board invite'; board: string; role: Role; hours: number; uses: number }
  | {
      name: 'board import'
      board: string
      file: string
      kind?: ImportKind
      dryRun: boolean
      skipBad: boolean
    }
  | { name: 'board export'; board: string; options: ExportOptions; locale: 'nl' | 'en' | null }
  | { name: 'board remove'; board: string }
  | ({ name: 'board rewrite'; board: string } & RewriteOptions)
  | { name: 'check' }
  | ({ name: 'backup' } & BackupRequest)

export type CommandResult =
  | { ok: true; output: string; notes: string[]; file?: string }
  | { ok: false; message: string; output?: string }

/** Runs a command and says in words what went wrong; never throws. */
export const runCommand = (app: App, command: Command): Promise<CommandResult> =>
  settle(() => run(app, command))

/** What came of some work, in words; never throws. */
export async function settle(work: () => Promise<Outcome>): Promise<CommandResult> {
  try {
    const { output, notes = [], failed, file } = await work()
    return failed
      ? { ok: false, message: failed, output }
      : { ok: true, output, notes, ...(file && { file }) }
  } catch (error) {
    return { ok: false, message: isProblem(error) ? explain(error) : (error as Error).message }
  }
}

async function run(app: App, command: Command): Promise<Outcome> {
  switch (command.name) {
    case 'user add': {
      const { email, person, organisation, password, admin } = command
      const added = await app.accounts.add({ email, name: person, organisation, password }, admin)
      return { output: added.id }
    }
    case 'board add': {
      const owner = await ownerOf(app, command.owner)
      const { title, example, locale } = command
      return { output: await app.boards.create(owner, { title, question: '', example, locale }) }
    }
    case 'board list':
      return { output: JSON.stringify(await listBoards(app)) }
    case 'board invite':
      return invite(app, command)
    case 'board import':
      return importFile(app, command)
    case 'board export':
      return exportFile(app, command)
    case 'board remove':
      await requireBoard(app, command.board)
      return {
        output: command.board,
        notes: (await app.boards.destroy(command.board)).map(tellMissed),
      }
    case 'board rewrite':
      await requireBoard(app, command.board)
      return tellRewrite(command, await app.rewriting.rewrite(command.board, command))
    case 'check':
      return tellCheck(await app.keeping.check())
    case 'backup':
      return tellBackup(command, await app.keeping.backup(command))
  }
}

async function listBoards(app: App) {
  const rows = await app.db
    .selectFrom('boards')
    .select(['id', 'state', 'created_at'])
    .orderBy('created_at')
    .execute()
  return rows.map(({ id, state, created_at }) => ({
    id,
    state,
    createdAt: new Date(created_at).toISOString(),
  }))
}

async function invite(
  app: App,
  { board, role, hours, uses }: Command & { name: 'board invite' },
): Promise<Outcome> {
  const { state, owner } = await requireBoard(app, board)
  // Who runs the server vouches for purpose and ground; people on the board are asked for them.
  if (state === 'draft')
    await app.db
      .updateTable('boards')
      .set({ state: 'open', opened_at: Date.now() })
      .where('id', '=', board)
      .execute()
  const { link } = await app.invites.add(owner, board, { role, hours, uses })
  return { output: link, notes: state === 'draft' ? ['The board was a draft; it is open now.'] : [] }
}

/** Why a file cannot be read at all, and what to do. */
const PROBLEM_WORDS: Readonly<Record<NonNullable<(CsvPreview | GedcomFile)['problem']>, string>> = {
  empty: 'This file is empty: there is nothing in it to import.',
  'no-header': 'The first line must say what each column holds, such as: datum;tekst;soort.',
  'not-text': 'This is no text file. Save it as CSV or GEDCOM and try again.',
  'not-gedcom': 'This is no family tree: a GEDCOM file begins with "0 HEAD".',
  'too-large':
    'This file is too large: at most 5 MB and 20,000 lines (CSV), 6 MB and 200,000 lines (GEDCOM).',
}

async function importFile(app: App, command: Command & { name: 'board import' }): Promise<Outcome> {
  const { owner, language } = await requireBoard(app, command.board)
  const read = app.imports.read(Buffer.from(command.file, 'base64'), { kind: command.kind, locale: language })
  if (read.kind === 'gedcom') return importTree(app, owner, command, read.file)
  const { board, dryRun, skipBad } = command
  const { preview } = read
  const warnings = preview.bad.map(({ line, reason, value }) => ({ line, message: `${reason}: ${value}` }))
  const counts = (events: number) =>
    JSON.stringify({ events, people: 0, partnerships: 0, parentages: 0, undated: preview.undated, warnings })
  if (preview.problem) return { output: counts(0), failed: PROBLEM_WORDS[preview.problem] }
  if (dryRun) return { output: counts(preview.events.length) }
  if (preview.bad.length > 0 && !skipBad)
    return {
      output: counts(0),
      failed: `Nothing was imported: ${preview.bad.length} lines are wrong. Mend them, or add --skip-bad.`,
    }
  const { events } = await app.imports.write(owner, board, read, skipBad)
  return { output: counts(events) }
}

/** A family tree: warnings with their lines, and what is left out by tag, but nothing that has to be mended first. */
async function importTree(
  app: App,
  owner: string,
  { board, dryRun }: Command & { name: 'board import' },
  file: GedcomFile,
): Promise<Outcome> {
  const warnings = file.warnings.map(({ line, code, value }) => ({ line, message: `${code}: ${value}` }))
  const leftOut = Object.fromEntries(file.leftOut.map(({ tag, count }) => [tag, count]))
  const counts = countsOf(file)
  const output = (said: object) => JSON.stringify({ ...said, warnings, leftOut })
  if (file.problem) return { output: output(counts), failed: PROBLEM_WORDS[file.problem] }
  if (dryRun) return { output: output(counts) }
  const { skipped: _skipped, ...done } = await app.imports.write(
    owner,
    board,
    { kind: 'gedcom', file },
    false,
  )
  return { output: output(done) }
}

async function exportFile(
  app: App,
  { board, options, locale }: Command & { name: 'board export' },
): Promise<Outcome> {
  const { language } = await requireBoard(app, board)
  const { bytes, missingLetters } = await app.exports.write(board, { options, locale: locale ?? language })
  const notes = missingLetters
    ? ['Some letters cannot be drawn in this file; it says (?) there. html, docx and svg keep them.']
    : []
  return { output: '', file: Buffer.from(bytes).toString('base64'), notes }
}

/** The first facilitator of the board stands for who runs the server. Throws `not-found`. */
async function requireBoard(
  app: App,
  board: string,
): Promise<{ state: 'draft' | 'open'; owner: string; language: 'nl' | 'en' }> {
  const row = await app.db
    .selectFrom('boards')
    .innerJoin('members', 'members.board_id', 'boards.id')
    .select(['boards.state', 'boards.locale as language', 'members.principal_id as owner'])
    .where('boards.id', '=', board)
    .where('members.role', '=', 'facilitator')
    .orderBy('members.joined_at')
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', 'there is no such board')
  return row
}

async function ownerOf(app: App, email: string): Promise<Principal> {
  const owner = await app.accounts.byEmail(email)
  if (!owner) throw new Problem('not-found', 'there is no account with this e-mail address')
  return owner
}

function explain({ code, message }: Problem): string {
  if (message !== code) return `${code}: ${message}`
  const words: Partial<Record<Problem['code'], string>> = {
    taken: 'There is already an account with this e-mail address.',
    'bad-input': 'Something in it is missing or too long.',
  }
  return words[code] ?? code
}
