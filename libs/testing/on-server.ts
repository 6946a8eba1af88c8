/** Runs a program of this tree with a test server beside it, as tests have one: `on-server.ts <program> [argument ...]`. */
import { spawn } from 'node:child_process';
import { beginRun } from './clone-database';
import { joinTestServer } from './test-server';

async function main([program, ...args]: string[]): Promise<void> {
  const server = await joinTestServer();
  try {
    await beginRun(server);
    process.exitCode = await ended([program!, ...args]);
  } finally {
    await server.leave();
  }
}

function ended(args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-r', '@swc-node/register', ...args], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

void main(process.argv.slice(2));
