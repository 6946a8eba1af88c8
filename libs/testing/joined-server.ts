import type { TestServer } from './test-server';

/** Jest loads set-up and teardown apart from each other; only the process's globals are common to both. */
const place = globalThis as typeof globalThis & { xihuoTestServer?: TestServer };

export function rememberServer(server: TestServer): void {
  place.xihuoTestServer = server;
}

export function forgetServer(): TestServer | undefined {
  const server = place.xihuoTestServer;
  delete place.xihuoTestServer;
  return server;
}
