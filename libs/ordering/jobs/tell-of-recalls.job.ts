import { command, defineJob, NOTICES, VAULT, type Kit, type Notices, type Vault } from '@xihuo/platform';
import { tellBuyersOfRecall } from '../actions/tell-buyers-of-recall';

export const TELL_OF_RECALLS = 'ordering.tellOfRecalls';
const by = { actor: { kind: 'system', name: TELL_OF_RECALLS }, requestId: TELL_OF_RECALLS } as const;

/** Tells buyers of recalled goods, a transaction a page, until all are told. */
export const tellOfRecalls = defineJob({
  name: TELL_OF_RECALLS,
  every: 10_000,
  async run(kit: Kit) {
    const tools = { vault: kit.get<Vault>(VAULT), notices: kit.get<Notices>(NOTICES), log: kit.log };
    const next = () =>
      command(kit.database, { name: 'ordering.tellOfRecall', ...by }, (tx) => tellBuyersOfRecall(tx, tools));
    while ((await next()).view);
  },
});
