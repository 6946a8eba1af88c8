import { phoneCodes, TextField } from '@xihuo/ui';
import { useT } from '../words';

export interface Newcomer {
  displayName: string;
  phone: string;
}

export const isNewcomer = ({ displayName, phone }: Newcomer): boolean =>
  displayName.trim() !== '' && phoneCodes.PHONE.test(phone);

/** Who is somebody new, and the phone they will sign in by. */
export function NewcomerFields({ draft, put }: { draft: Newcomer; put: (part: Partial<Newcomer>) => void }) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('people.name')}
        maxLength={40}
        value={draft.displayName}
        onChange={(event) => put({ displayName: event.target.value })}
      />
      <TextField
        label={t('people.phone')}
        hint={t('people.phoneHint')}
        inputMode="tel"
        className="numeric"
        value={draft.phone}
        onChange={(event) => put({ phone: phoneCodes.digitsOf(event.target.value, 11) })}
      />
    </>
  );
}
