import { TextLink } from '@xihuo/ui';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';

interface PayeeProps {
  payee: { id: string; name: string };
}

/** To where a payee is paid, for finance, who may name it. */
export function PayeeLink({ payee }: PayeeProps) {
  return hasRole(useMe(), ['finance']) ? <Way payee={payee} word={payee.name} /> : payee.name;
}

/** The same, where the payee is named already. */
export function AccountsLink({ payee }: PayeeProps) {
  const t = useT();
  return hasRole(useMe(), ['finance']) ? <Way payee={payee} word={t('menu.payeeAccounts')} /> : null;
}

function Way({ payee: { id }, word }: PayeeProps & { word: string }) {
  return <TextLink to={`/settlement/accounts/${id}`}>{word}</TextLink>;
}
