import { beginRun } from './clone-database';
import { rememberServer } from './joined-server';
import { joinTestServer } from './test-server';

/** Jest runs this once before the database and queue tests of a run. */
export default async function globalSetup(): Promise<void> {
  const server = await joinTestServer();
  rememberServer(server);
  await beginRun(server);
}
