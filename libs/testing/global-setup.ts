import { announceRun, dropLeftovers } from './clone-database';
import { rememberServer } from './joined-server';
import { ensureTemplate } from './template';
import { joinTestServer } from './test-server';

/** Jest runs this once before the database and queue tests of a run. */
export default async function globalSetup(): Promise<void> {
  const server = await joinTestServer();
  rememberServer(server);
  const run = { url: server.url, folder: server.folder, owner: process.pid };
  await dropLeftovers(run, server.runs);
  await ensureTemplate(run, 'empty');
  announceRun(run);
}
