import {
  command,
  defineConsumer,
  defineJob,
  NOTICES,
  VAULT,
  type Kit,
  type Notices,
  type Vault,
} from '@xihuo/platform';
import { EXIT_BATCH, followExits } from '../actions/exit/follow-exits';

const by = { actor: { kind: 'system', name: 'ordering.exits' }, requestId: 'ordering.exits' } as const;
const kitOf = (kit: Kit) => ({ vault: kit.get<Vault>(VAULT), notices: kit.get<Notices>(NOTICES) });

/** A supplier leaves: its open orders are looked at right away. */
export const onExitStarted = defineConsumer({
  consumer: 'ordering.onExitStarted',
  event: 'exitStarted',
  async handle(tx, _events, kit) {
    await followExits(tx, kitOf(kit));
  },
});

/** Orders go on by themselves and by the clock, so the answer is looked at again and again. */
export const followExitsJob = defineJob({
  name: 'ordering.followExits',
  every: 60_000,
  async run(kit: Kit) {
    for (let ended = EXIT_BATCH; ended === EXIT_BATCH;) {
      ended = (await command(kit.database, { name: 'ordering.exits', ...by }, (tx) => followExits(tx, kitOf(kit))))
        .view;
    }
  },
});
