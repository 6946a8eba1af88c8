import { Button } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { AskPhone, EnterCode, type Sent } from '../phone-code';

interface ByOwnPhoneProps {
  /** The act's name, on the button that does it. */
  act: string;
  danger?: boolean;
  pending: boolean;
  problem: unknown;
  onCode: (code: Sent & { code: string }) => void;
  onLeave: () => void;
}

/** Whoever holds the phone of the account says so by a code, however long the screen was left open. */
export function ByOwnPhone({ onCode, onLeave, ...act }: ByOwnPhoneProps) {
  const t = useT();
  const [phone, setPhone] = useState('');
  const [sent, setSent] = useState<Sent | null>(null);
  const keep = (now: Sent) => {
    setPhone(now.phone);
    setSent(now);
  };
  return (
    <div className="flex flex-col gap-3">
      {sent ? (
        <EnterCode {...act} sent={sent} onCode={(code) => onCode({ ...sent, code })} onAgain={() => setSent(null)} />
      ) : (
        <AskPhone phone={phone} hint={t('ownPhone.hint')} quiet onSent={keep} />
      )}
      <Button look="quiet" size="small" className="self-start" onClick={onLeave}>
        {t('ownPhone.leave')}
      </Button>
    </div>
  );
}
