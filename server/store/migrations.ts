import { sql, type Kysely, type Migration } from 'kysely'
import { isShared } from './postgres'

/**
 * Only what SQLite and PostgreSQL both know. A landed migration is never changed; the next one follows it.
 */
export const MIGRATIONS: Record<string, Migration> = {
  '001-first': {
    async up(db: Kysely<never>) {
      const bytes = bytesOf(db)
      const table = (name: string) => db.schema.createTable(name)
      await table('settings')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('value', 'text', (c) => c.notNull())
        .execute()
      await table('organisations')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull().unique())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .execute()
      await table('principals')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('email', 'text', (c) => c.unique())
        .addColumn('password', 'text')
        .addColumn('organisation_id', 'text', (c) => c.references('organisations.id'))
        .addColumn('circle', 'text')
        .addColumn('admin', 'integer', (c) => c.notNull())
        .addColumn('disabled', 'integer', (c) => c.notNull())
        .addColumn('return_code', 'text', (c) => c.unique())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .execute()
      await table('sessions')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('principal_id', 'text', (c) => c.notNull().references('principals.id').onDelete('cascade'))
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .addColumn('expires_at', 'bigint', (c) => c.notNull())
        .execute()
      await table('boards')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('title', bytes, (c) => c.notNull())
        .addColumn('question', bytes, (c) => c.notNull())
        .addColumn('purpose', bytes, (c) => c.notNull())
        .addColumn('legal_basis', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('locale', 'text', (c) => c.notNull())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .addColumn('opened_at', 'bigint')
        .execute()
      const ofBoard = (name: string) =>
        table(name).addColumn('board_id', 'text', (c) =>
          c.notNull().references('boards.id').onDelete('cascade'),
        )
      await ofBoard('board_keys')
        .addColumn('wrapped', bytes, (c) => c.notNull())
        .addPrimaryKeyConstraint('board_keys_pk', ['board_id'])
        .execute()
      await ofBoard('members')
        .addColumn('principal_id', 'text', (c) => c.notNull().references('principals.id'))
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('scribe', 'integer', (c) => c.notNull())
        .addColumn('reserved', 'integer', (c) => c.notNull())
        .addColumn('joined_at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('members_pk', ['board_id', 'principal_id'])
        .execute()
      await db.schema.createIndex('members_of').on('members').column('principal_id').execute()
      await ofBoard('invites')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('token_hash', 'text', (c) => c.notNull().unique())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('created_by', 'text', (c) => c.notNull())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .addColumn('expires_at', 'bigint', (c) => c.notNull())
        .addColumn('uses_left', 'integer', (c) => c.notNull())
        .addColumn('revoked_at', 'bigint')
        .execute()
      const ofDocument = (name: string) => ofBoard(name).addColumn('document', 'text', (c) => c.notNull())
      await ofDocument('documents')
        .addColumn('epoch', 'integer', (c) => c.notNull())
        .addPrimaryKeyConstraint('documents_pk', ['board_id', 'document'])
        .execute()
      await ofDocument('clients')
        .addColumn('client_id', 'bigint', (c) => c.notNull())
        .addColumn('principal_id', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('clients_pk', ['board_id', 'document', 'client_id'])
        .execute()
      const ofEpoch = (name: string) => ofDocument(name).addColumn('epoch', 'integer', (c) => c.notNull())
      await ofEpoch('journal')
        .addColumn('seq', 'bigint', (c) => c.notNull())
        .addColumn('principal_id', 'text', (c) => c.notNull())
        .addColumn('clients', 'text', (c) => c.notNull())
        .addColumn('payload', bytes, (c) => c.notNull())
        .addColumn('crc', 'bigint', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('journal_pk', ['board_id', 'document', 'epoch', 'seq'])
        .execute()
      await ofEpoch('snapshots')
        .addColumn('covers_seq', 'bigint', (c) => c.notNull())
        .addColumn('payload', bytes, (c) => c.notNull())
        .addColumn('crc', 'bigint', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('snapshots_pk', ['board_id', 'document', 'epoch', 'covers_seq'])
        .execute()
    },
  },
  '002-pictures': {
    async up(db: Kysely<never>) {
      const bytes = bytesOf(db)
      await db.schema
        .createTable('pictures')
        .addColumn('board_id', 'text', (c) => c.notNull().references('boards.id').onDelete('cascade'))
        .addColumn('id', 'text', (c) => c.notNull())
        .addColumn('bytes', bytes, (c) => c.notNull())
        .addColumn('size', 'integer', (c) => c.notNull())
        .addColumn('width', 'integer', (c) => c.notNull())
        .addColumn('height', 'integer', (c) => c.notNull())
        .addColumn('created_by', 'text', (c) => c.notNull())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('pictures_pk', ['board_id', 'id'])
        .execute()
    },
  },
  '003-admissions': {
    async up(db: Kysely<never>) {
      await db.schema
        .createTable('admissions')
        .addColumn('board_id', 'text', (c) => c.notNull().references('boards.id').onDelete('cascade'))
        .addColumn('nr', 'integer', (c) => c.notNull())
        .addColumn('principal_id', 'text', (c) => c.notNull())
        .addColumn('by_id', 'text', (c) => c.notNull())
        .addColumn('admitted', 'integer', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('admissions_pk', ['board_id', 'nr'])
        .execute()
      // Who made a board is admitted; boards from before this were made by the one who joined as it was made.
      const makers = sql`select m.board_id, m.principal_id, b.created_at from members m
        join boards b on b.id = m.board_id where m.role = 'facilitator' and m.joined_at = b.created_at`
      await sql`insert into admissions (board_id, nr, principal_id, by_id, admitted, at)
        select board_id, 1, principal_id, principal_id, 1, created_at from (${makers}) as makers`.execute(db)
      await sql`update members set reserved = 1 where exists (select 1 from admissions a
        where a.board_id = members.board_id and a.principal_id = members.principal_id)`.execute(db)
    },
  },
  '004-key-ring': {
    /** The keys move out of the data. They are on the ring, and on the disk, before the table goes. */
    async up(db: Kysely<never>) {
      const ring = sql.table('keys.board_keys')
      if (isShared(db)) {
        await sql`insert into ${ring} (board_id, wrapped) select board_id, wrapped from board_keys
          on conflict do nothing`.execute(db)
        await sql`drop table board_keys`.execute(db)
        return
      }
      const tables = await db.introspection.getTables()
      if (!tables.some(({ name, schema }) => name === 'board_keys' && schema !== 'keys')) return
      await sql`insert into ${ring} (board_id, wrapped)
        select old.board_id, old.wrapped from main.board_keys as old where true
        on conflict do nothing`.execute(db)
      await sql`drop table main.board_keys`.execute(db)
    },
  },
  '005-nodes': {
    async up(db: Kysely<never>) {
      await db.schema
        .createTable('nodes')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('seen_at', 'bigint', (c) => c.notNull())
        .execute()
    },
  },
  '006-private-entries': {
    async up(db: Kysely<never>) {
      await db.schema
        .createTable('private_entries')
        .addColumn('board_id', 'text', (c) => c.notNull())
        .addColumn('step', 'text', (c) => c.notNull())
        .addColumn('principal_id', 'text', (c) => c.notNull())
        .addColumn('id', 'text', (c) => c.notNull())
        .addColumn('body', bytesOf(db))
        .addColumn('ready', 'integer', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('private_entries_pk', ['board_id', 'step', 'principal_id'])
        // Nobody but its author can read an entry: it goes with their place on the board.
        .addForeignKeyConstraint(
          'private_entries_of',
          ['board_id', 'principal_id'],
          'members',
          ['board_id', 'principal_id'],
          (key) => key.onDelete('cascade'),
        )
        .execute()
      await db.schema
        .createTable('reveals')
        .addColumn('board_id', 'text', (c) => c.notNull().references('boards.id').onDelete('cascade'))
        .addColumn('step', 'text', (c) => c.notNull())
        .addColumn('target', 'text', (c) => c.notNull())
        .addColumn('by_id', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('done', 'integer', (c) => c.notNull())
        .addPrimaryKeyConstraint('reveals_pk', ['board_id', 'step'])
        .execute()
    },
  },
  '007-epochs': {
    async up(db: Kysely<never>) {
      await db.schema
        .alterTable('clients')
        .addColumn('ended', 'integer', (c) => c.notNull().defaultTo(0))
        .execute()
    },
  },
}

/** What the database calls a column of bytes. */
const bytesOf = (db: Kysely<never>) => sql.raw(isShared(db) ? 'bytea' : 'blob')
