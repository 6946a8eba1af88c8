import { command, Database, type Tx } from '@xihuo/platform';
import { loading } from '@xihuo/registry';
import { places } from './places';
import { POLICIES } from './policies';

/** The map, the initial settings and the calendar, each added where it is not there; what operators have set stays. */
export async function bringReference(tx: Tx): Promise<void> {
  await bringPlaces(tx);
  await bringSettings(tx);
  await loading.loadCalendar(tx);
}

export const bringPlaces = (tx: Tx): Promise<void> => loading.loadPlaces(tx, places());

export const bringSettings = (tx: Tx): Promise<void> => loading.loadSettings(tx, POLICIES);

/** The same in one transaction of its own, as the application does it. */
export async function bringReferenceInto(ownerUrl: string): Promise<void> {
  const database = await Database.open({ url: ownerUrl, pool: 1, applicationName: 'xihuo-reference' });
  try {
    const by = { actor: { kind: 'system', name: 'reference' }, requestId: 'reference' } as const;
    await command(database, { name: 'reference', ...by }, bringReference);
  } finally {
    await database.close();
  }
}
