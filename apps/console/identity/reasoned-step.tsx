import { TextArea, useApiClient, type Input } from '@xihuo/ui';
import { useState, type ComponentProps } from 'react';
import { CodeAct } from '../frame/code-act';
import { Proposed } from '../frame/proposed';
import { useT } from '../words';

const ROUTE = 'POST /people/{id}/steps';
const SHORTEST = 2;

interface ReasonedStepProps extends Omit<ComponentProps<typeof CodeAct>, 'act' | 'ready' | 'run' | 'children'> {
  /** Of what somebody acts as, or of what they are offered. */
  id: string;
  step: Input<typeof ROUTE>['body']['step'];
  proposal: ComponentProps<typeof Proposed>['proposal'];
}

/** A step with what somebody acts as, over what was proposed, and why. */
export function ReasonedStep({ id, step, proposal, ...act }: ReasonedStepProps) {
  const t = useT();
  const api = useApiClient();
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  return (
    <CodeAct
      act={ROUTE}
      {...act}
      ready={reason.length >= SHORTEST}
      run={() => api(ROUTE, { params: { id }, body: { step, reason } })}
    >
      <Proposed proposal={proposal} />
      <TextArea
        label={t('people.reason')}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </CodeAct>
  );
}
