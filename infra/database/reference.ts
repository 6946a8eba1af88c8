import { contentHash, noteDone, openSteps, setting } from './steps-done';

/**
 * Brings in what no house can do without, the demonstration's or the real one: the map, the calendar of working days and the
 * settings it begins with. Only what is not there is added, so what operators have changed stays. What was brought before is
 * known before any of the contexts' code is read in: it is asked at every start.
 *
 * @param ownerUrl connection of whoever ran the migrations
 * @returns whether there was anything to look for
 */
export async function loadReference(ownerUrl: string): Promise<boolean> {
  const { owner, done } = await openSteps(ownerUrl, 'xihuo-reference-owner');
  try {
    // The calendar itself stands with its context.
    const brought = `reference ${contentHash('reference', '../../libs/registry/rules')}`;
    if (done.has(brought)) return false;
    const { bringReferenceInto } = await import('./reference/reference');
    await bringReferenceInto(ownerUrl);
    await noteDone(owner, brought);
    return true;
  } finally {
    await owner.end();
  }
}

if (require.main === module) {
  loadReference(process.env['DATABASE_OWNER_URL'] || setting('DATABASE_URL')).then(
    (looked) =>
      console.log(looked ? 'places, calendar and settings brought in' : 'places, calendar and settings there'),
    (error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
