import { command, defineJob, NOTICES, type Kit, type Notices } from '@xihuo/platform';
import { tellOfHeldLong } from '../actions/tell-held-long';

const by = { actor: { kind: 'system', name: 'ordering.heldLong' }, requestId: 'ordering.heldLong' } as const;

export const tellHeldLongJob = defineJob({
  name: 'ordering.heldLong',
  every: 6 * 3_600_000,
  async run(kit: Kit) {
    const notices = kit.get<Notices>(NOTICES);
    const { view: parts } = await command(kit.database, { name: 'ordering.heldLong', ...by }, (tx) =>
      tellOfHeldLong(tx, notices),
    );
    if (parts > 0) kit.log.warn({ parts }, 'money is held for nearly as long as the institution may hold it');
  },
});
