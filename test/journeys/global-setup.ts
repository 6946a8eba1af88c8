import { beginNoting } from './matrix/pressed';
import { seed } from './running-house';
import { keepSeeded } from './seeded-folder';

/** Jest runs this once before journeys: two that start at the same moment copy one seeded house instead of making two. */
export default async function globalSetup(): Promise<void> {
  beginNoting();
  await keepSeeded(seed);
}
