import { FILES, Files } from '@xihuo/platform';

/** Files that are kept in memory, in the place of those on the disk. */
export function keptFiles(): { provide: typeof FILES; useValue: Files } {
  const kept = new Map<string, Buffer>();
  const memory = {
    put: (sha256: string, bytes: Buffer) => Promise.resolve(void kept.set(sha256, bytes)),
    get: (sha256: string) => Promise.resolve(kept.get(sha256) ?? null),
  };
  return { provide: FILES, useValue: new Files(memory) };
}
