import { Problem } from '@/lib/access/problem'
import { withAnchors } from '@/lib/case/anchors'
import { type ReservedParts, withReserved } from '@/lib/case/reserved/withReserved'
import type { Case } from '@/lib/case/schema'
import type { Clock } from '@/lib/clock'
import { type ExportOptions, fileName, MEDIA_TYPES } from '@/lib/exchange/options'
import type { Boards } from '../boards/boards'
import { selectPrincipals } from '../auth/principals'
import type { ExportedFile, ExportService, Principal } from '../services'
import type { Db } from '../store/open'
import { makeData } from './data'
import { wordsIn } from './words'
import type { FileMaker } from './maker'

/** Files of a board, for who may read it. */
export class Exports implements ExportService {
  readonly #db: Db
  readonly #boards: Boards
  readonly #maker: FileMaker
  readonly #clock: Clock

  constructor(db: Db, boards: Boards, maker: FileMaker, clock: Clock) {
    this.#db = db
    this.#boards = boards
    this.#maker = maker
    this.#clock = clock
  }

  async make(
    principal: Principal,
    boardId: string,
    asked: { options: ExportOptions; locale: 'nl' | 'en'; signal?: AbortSignal },
  ): Promise<ExportedFile> {
    const { member } = await this.#boards.access(principal, boardId)
    // The same answer whether there is anything or not.
    if (asked.options.reserved && !member.reserved) throw new Problem('not-allowed')
    return this.write(boardId, asked)
  }

  /** The file, whoever asks: the caller has checked that they may. */
  async write(
    boardId: string,
    { options, locale, signal }: { options: ExportOptions; locale: 'nl' | 'en'; signal?: AbortSignal },
  ): Promise<ExportedFile> {
    const [{ case: all, reserved }, people] = await Promise.all([
      this.#read(boardId, options.reserved),
      selectPrincipals(this.#db)
        .innerJoin('members', 'members.principal_id', 'principals.id')
        .where('members.board_id', '=', boardId)
        .execute(),
    ])
    const participants = people.map(({ id, name }): [string, string] => [id, name])
    const job = { case: all, reserved, participants, options, locale, atMs: this.#clock.now() }
    const { bytes, title, missingLetters } = makeData(job) ?? (await this.#maker.make(job, signal))
    const { format } = options
    const named = reserved ? wordsIn(locale).reserved.name(title) : title
    return { bytes, name: fileName(named, format), type: MEDIA_TYPES[format], missingLetters }
  }

  async #read(boardId: string, admitted: boolean): Promise<{ case: Case; reserved: ReservedParts | null }> {
    const open = await this.#boards.readCase(boardId)
    if (!admitted) return { case: open, reserved: null }
    const merged = withReserved(open, await this.#boards.readReserved(boardId))
    return { case: withAnchors(merged.case), reserved: merged.reserved }
  }
}
