import { Button, useApiClient } from '@xihuo/ui';
import { useRef, useState } from 'react';
import { ReasonAct } from '../../frame/act-dialog';
import { AskedCode, useFactoredAct } from '../../frame/code-act';
import { leaveForOtherDesk } from './at-other-desk';
import { useT } from './words';

interface LookOnProps {
  supplierId: string;
  name: string;
}

/** For an operator: the desk of a supplier as its people see it, for a reason that they read. */
export function LookOn({ supplierId, name }: LookOnProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button data-act="POST /me/viewing" look="secondary" onClick={() => setOpen(true)}>
        {t('viewing.begin')}
      </Button>
      {isOpen && <Begin supplierId={supplierId} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

function Begin({ supplierId, name, onClose }: LookOnProps & { onClose: () => void }) {
  const t = useT();
  const api = useApiClient();
  const reason = useRef('');
  const run = () => api('POST /me/viewing', { body: { supplierId, reason: reason.current } }).then(leaveForOtherDesk);
  const { submit, code, pending, problem } = useFactoredAct({ done: '', run }, onClose);
  const begin = (said: string) => {
    reason.current = said;
    submit();
  };
  return (
    <ReasonAct
      title={t('viewing.begin')}
      submit={t('viewing.begin')}
      text={t('viewing.lead', { name })}
      label={t('viewing.reason')}
      hint={t('viewing.reasonHint')}
      most={500}
      pending={pending}
      problem={problem}
      onSubmit={begin}
      onClose={onClose}
    >
      <AskedCode code={code} />
    </ReasonAct>
  );
}
