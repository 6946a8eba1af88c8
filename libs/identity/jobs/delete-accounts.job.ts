import { defineJob, PERSONAL, VAULT, type Kit, type NamedKeeping, type Vault } from '@xihuo/platform';
import { deleteDueAccounts } from '../actions/account/delete-accounts';

export const deleteAccounts = defineJob({
  name: 'identity.deleteAccounts',
  every: 600_000,
  run: ({ database, log, get }: Kit) =>
    deleteDueAccounts({
      ...{ database, log, vault: get<Vault>(VAULT) },
      keepings: get<readonly NamedKeeping[]>(PERSONAL),
    }),
});
