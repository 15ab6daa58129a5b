import { beforeEach } from 'vitest'
import { NO_POSTGRES, reachablePostgres } from './postgres'

// The stores of this run are PostgreSQL's; without one, every test says that it was skipped.
const url = await reachablePostgres()
if (url) process.env['TEST_STORE_URL'] = url
else {
  console.warn(NO_POSTGRES)
  beforeEach((context) => context.skip())
}
