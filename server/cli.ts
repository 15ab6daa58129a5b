import { Command as Program, InvalidArgumentError, Option } from 'commander'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { ROLES, type Role } from '@/lib/access/rights'
import { IMPORT_KINDS, type ImportKind } from '@/lib/exchange/imports'
import { ExportOptions, FORMATS, VIEWS } from '@/lib/exchange/options'
import { STAKE_FORMS } from '@/lib/stakeholders/types'
import { openApp } from './app'
import { runCommand, settle, type Command, type CommandResult } from './commands'
import { askServer } from './control'
import { readEnv } from './env'
import { checkAtRest, keysBeside } from './keeping/keeping'
import { restoreBackup, type RestoreRequest } from './keeping/restore'
import { tellCheck, tellRestore } from './keeping/words'
import { createLog } from './log'
import { lockDataDir } from './store/lock'

// What we make in DATA_DIR, and what is exported, is for who runs the server alone.
process.umask(0o077)

const workerScript = new URL('./worker.js', import.meta.url)
const settings = () => readEnv({ ...process.env, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' })

/** Asks the running server, else opens the store itself under the same lock. */
async function carryOut(command: Command): Promise<CommandResult> {
  const env = settings()
  const answered = await askServer(env.DATA_DIR, command)
  if (answered) return answered
  const unlock = lockDataDir(env.DATA_DIR)
  if (!unlock) return { ok: false, message: 'The server is starting or stopping. Try again in a moment.' }
  try {
    // A check changes nothing: it does not even bring the tables up to date.
    if (command.name === 'check')
      return await settle(async () => tellCheck(await checkAtRest(env, workerScript)))
    const app = await openApp(env, createLog(env.LOG_LEVEL), workerScript)
    try {
      return await runCommand(app, command)
    } finally {
      await app.stop()
    }
  } finally {
    unlock()
  }
}

/** Never asks a server: one that runs has data already. */
async function restore(request: RestoreRequest): Promise<CommandResult> {
  const env = settings()
  const unlock = lockDataDir(env.DATA_DIR)
  if (!unlock)
    return { ok: false, message: 'A server runs on this DATA_DIR. Stop it, and restore into an empty one.' }
  try {
    return await settle(async () => {
      const { at, report } = await restoreBackup(request, env, workerScript)
      return tellRestore(at, report)
    })
  } finally {
    unlock()
  }
}

/** A file as the caller names it: npm runs us in the project's folder and says where they stood. */
const named = (file: string) => path.resolve(process.env['INIT_CWD'] ?? '.', file)

const report = async (command: Command, outFile?: string) => show(await carryOut(command), outFile)

/** Results on stdout, messages on stderr. */
function show(result: CommandResult, outFile?: string): void {
  if (result.ok && result.file) deliver(Buffer.from(result.file, 'base64'), outFile)
  else if (result.output && outFile) writeFileSync(named(outFile), `${result.output}\n`, { mode: 0o600 })
  else if (result.output) console.log(result.output)
  if (result.ok) for (const note of result.notes) console.error(note)
  else {
    console.error(result.message)
    process.exitCode = 1
  }
}

/** A file to where it was asked, or to standard output; never pictures onto somebody's screen. */
function deliver(bytes: Buffer, outFile?: string): void {
  if (outFile) writeFileSync(named(outFile), bytes, { mode: 0o600 })
  else if (process.stdout.isTTY && bytes.subarray(0, 512).some((byte) => byte < 9))
    throw new Error('This is no text. Say where it goes: --out FILE.')
  else process.stdout.write(bytes)
}

const keysFor = (dir: string, given?: string) => (given ? named(given) : keysBeside(named(dir)))

const number = (value: string) => {
  const parsed = Number(value)
  if (!(parsed > 0)) throw new InvalidArgumentError('a number above zero')
  return parsed
}

const program = new Program('rotonde').description(
  'Runs Rotonde from the command line, while the server runs or not.',
)

const user = program.command('user').description('accounts')
user
  .command('add')
  .description('adds an account; prints its id')
  .requiredOption('--email <address>')
  .requiredOption('--name <name>')
  .option('--organisation <name>', 'their organisation', '')
  .option('--admin', 'may run the server', false)
  .requiredOption('--password-stdin', 'read the password from standard input')
  .action(async (given: { email: string; name: string; organisation: string; admin: boolean }) => {
    const { email, name: person, organisation, admin } = given
    const password = (await text(process.stdin)).replace(/\r?\n$/, '')
    await report({ name: 'user add', email, person, organisation, admin, password })
  })

const board = program.command('board').description('boards')
board
  .command('add')
  .description('adds a board; prints its id')
  .requiredOption('--title <title>')
  .requiredOption('--owner <address>', 'e-mail address of its first facilitator')
  .option('--example', 'with the invented family', false)
  .addOption(new Option('--language <language>').choices(['nl', 'en']).default('nl'))
  .action((given: { title: string; owner: string; example: boolean; language: 'nl' | 'en' }) =>
    report({ name: 'board add', ...given, locale: given.language }),
  )
board
  .command('list')
  .description('lists boards as JSON')
  .action(() => report({ name: 'board list' }))
board
  .command('invite <board>')
  .description('makes a join link')
  .addOption(new Option('--role <role>').choices(ROLES).makeOptionMandatory())
  .option('--hours <hours>', 'how long the link works', number, 24)
  .option('--uses <uses>', 'how many people may use it', number, 1)
  .action((id: string, given: { role: Role; hours: number; uses: number }) =>
    report({ name: 'board invite', board: id, ...given }),
  )
board
  .command('import <board> <file>')
  .description('imports a file; prints counts as JSON')
  .addOption(new Option('--kind <kind>', 'as it looks when not said').choices(IMPORT_KINDS))
  .option('--dry-run', 'only say what would happen', false)
  .option('--skip-bad', 'import the good lines and skip the wrong ones', false)
  .action((id: string, file: string, given: { kind?: ImportKind; dryRun: boolean; skipBad: boolean }) =>
    report({ name: 'board import', board: id, file: readFileSync(named(file)).toString('base64'), ...given }),
  )
board
  .command('export <board>')
  .description('makes a file of the board; prints it, or writes it to --out')
  .addOption(new Option('--format <format>').choices(FORMATS).default('json'))
  .addOption(new Option('--view <view>').choices(VIEWS).default('timeline'))
  .addOption(new Option('--form <form>', 'of the view stakeholders').choices(STAKE_FORMS).default('rings'))
  .addOption(new Option('--paper <paper>', 'of a pdf').choices(['a4', 'a3']).default('a4'))
  .addOption(
    new Option('--orientation <orientation>', 'of a pdf')
      .choices(['landscape', 'portrait'])
      .default('landscape'),
  )
  .option('--scale <scale>', 'pixels of a png for each unit of the drawing, 0.5 to 4', number, 2)
  .option('--pseudonyms', 'replace the names of people', false)
  .option('--reserved', 'with what only those who are admitted may know', false)
  .addOption(new Option('--language <language>', 'the one of the board when not said').choices(['nl', 'en']))
  .option('--out <file>', 'write to a file')
  .action((id: string, given: { out?: string; language?: 'nl' | 'en' }) => {
    const options = ExportOptions.parse(given)
    return report({ name: 'board export', board: id, options, locale: given.language ?? null }, given.out)
  })
board
  .command('remove <board>')
  .description('removes a board and its key, for good')
  .action((id: string) => report({ name: 'board remove', board: id }))

board
  .command('rewrite <board>')
  .description('begins a board anew without its history, while people go on; prints counts as JSON')
  .option('--without-bin', 'and without what lies in the bin, for good', false)
  .option('--keep-key', 'only to make it smaller: older backups still open', false)
  .action((id: string, given: { withoutBin: boolean; keepKey: boolean }) =>
    report({ name: 'board rewrite', board: id, ...given }),
  )

program
  .command('check')
  .description('looks whether every board is whole; changes nothing')
  .action(() => report({ name: 'check' }))
program
  .command('backup <dir>')
  .description('copies everything but keys into a folder, while people go on')
  .option('--keys <file>', 'where the newest copy of the keys is kept; beside the folder when not said')
  .option('--with-secrets', 'with the master key, which opens the boards', false)
  .action((dir: string, given: { keys?: string; withSecrets: boolean }) => {
    const { withSecrets } = given
    return report({ name: 'backup', dir: named(dir), keys: keysFor(dir, given.keys), withSecrets })
  })
program
  .command('restore <dir>')
  .description('puts a backup into an empty DATA_DIR, or into the empty database of DATABASE_URL')
  .option('--keys <file>', 'the newest copy of the keys; looked for beside the folder when not said')
  .action(async (dir: string, given: { keys?: string }) =>
    show(await restore({ dir: named(dir), keys: keysFor(dir, given.keys) })),
  )

program.parseAsync().catch((error: unknown) => {
  console.error((error as Error).message)
  process.exitCode = 1
})
