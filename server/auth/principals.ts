import type { Principal } from '../services'
import type { Db } from '../store/open'

/** All that is shown of a principal, with the name of their organisation. */
export function selectPrincipals(db: Db) {
  return db
    .selectFrom('principals')
    .leftJoin('organisations', 'organisations.id', 'principals.organisation_id')
    .where('principals.disabled', '=', 0)
    .select([
      'principals.id',
      'principals.kind',
      'principals.name',
      'principals.admin',
      'organisations.name as organisation',
    ])
}

type Row = Omit<Principal, 'admin'> & { admin: number }

export const toPrincipal = ({ admin, ...row }: Row): Principal => ({ ...row, admin: admin === 1 })
