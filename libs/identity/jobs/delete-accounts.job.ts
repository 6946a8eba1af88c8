import { command, defineJob, PERSONAL, VAULT, type Kit, type NamedKeeping, type Vault } from '@xihuo/platform';
import { deleteDueAccounts } from '../actions/account/deletion';

const by = { actor: { kind: 'system', name: 'identity' }, requestId: 'identity.deleteAccounts' } as const;

export const deleteAccounts = defineJob({
  name: 'identity.deleteAccounts',
  every: 600_000,
  run: ({ database, get }: Kit) =>
    command(database, { name: 'identity.deleteAccounts', ...by }, (tx) =>
      deleteDueAccounts(tx, get<Vault>(VAULT), get<readonly NamedKeeping[]>(PERSONAL)),
    ),
});
