import { defineJob, NOTICES, VAULT, type Kit, type Notices, type Vault } from '@xihuo/platform';
import { runClocks } from '../actions/run-clocks';

/** Steps that were not done in their time bring about what the rules say. */
export const runDisputeClocks = defineJob({
  name: 'dispute.runClocks',
  every: 30_000,
  async run(kit: Kit) {
    const tools = { vault: kit.get<Vault>(VAULT), notices: kit.get<Notices>(NOTICES) };
    await runClocks(kit.database, tools, kit.log);
  },
});
