import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds nx.json: sources and build output lie at different depths below it. */
export function workspaceRoot(from: string = __dirname): string {
  if (existsSync(join(from, 'nx.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('no nx.json above this file: not inside the workspace');
  return workspaceRoot(parent);
}
