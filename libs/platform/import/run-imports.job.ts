import { IMPORTS } from '../context/tokens';
import { defineJob } from '../jobs/job';
import { nextWriting } from './import.sql';
import type { Imports } from './imports';
import { writeImport } from './write-import';

export const RUN_IMPORTS = 'platform.runImports';

/** Writes every confirmed import to its end; woken by a confirmation, and by itself for what a killed worker left. */
export const runImportsJob = defineJob({
  name: RUN_IMPORTS,
  every: 30_000,
  run: (kit) => runImports(kit.get<Imports>(IMPORTS)),
});

export async function runImports(imports: Imports): Promise<void> {
  const seen: string[] = [];
  for (;;) {
    const [next] = await imports.database.read(nextWriting, [seen]);
    if (!next) return;
    seen.push(next.id);
    await writeImport(imports, next);
  }
}
