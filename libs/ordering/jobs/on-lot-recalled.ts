import { defineConsumer, NOTICES, VAULT, type Notices, type Vault } from '@xihuo/platform';
import { tellBuyersOfRecall } from '../actions/tell-buyers-of-recall';

export const onLotRecalled = defineConsumer({
  consumer: 'ordering.onLotRecalled',
  event: 'lotRecalled',
  async handle(tx, events, kit) {
    const tools = { vault: kit.get<Vault>(VAULT), notices: kit.get<Notices>(NOTICES) };
    for (const event of events) await tellBuyersOfRecall(tx, tools, event.payload.recallId);
  },
});
