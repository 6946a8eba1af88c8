import { Button, LinkButton, type ApiProblem, type RouteKey } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { QuarantineDialog } from './add-quarantine';
import { TestDialog } from './add-test';
import { CertifyDialog, LossDialog, OwnOutputDialog, PackDialog, TurnLot } from './lot-acts';
import type { Lot } from './lot-parts';
import { RecallDialog } from './start-recall';

const dialogs = {
  ownOutput: OwnOutputDialog,
  pack: PackDialog,
  loss: LossDialog,
  certify: CertifyDialog,
  quarantine: QuarantineDialog,
  test: TestDialog,
  recall: RecallDialog,
} as const;
type Act = keyof typeof dialogs;

/** What each of them sends. */
const ROUTES: Record<Act, RouteKey> = {
  ownOutput: 'POST /supplier/lots/{id}/own-output',
  pack: 'POST /supplier/lots/{id}/packings',
  loss: 'POST /supplier/lots/{id}/losses',
  certify: 'POST /supplier/lots/{id}/certificates',
  quarantine: 'POST /supplier/lots/{id}/quarantines',
  test: 'POST /supplier/lots/{id}/tests',
  recall: 'POST /trace/recalls',
};

/** Which acts a lot takes as it stands: a recalled one neither takes nor gives, a closed one only gives. */
function actsOf(lot: Lot): readonly Act[] {
  if (lot.state === 'recalled') return ['loss', 'test'];
  const certified: Act[] = lot.certificate === 'notRequired' ? [] : ['certify'];
  const vetted: Act[] = lot.quarantine === 'notRequired' ? [] : ['quarantine'];
  const papers: Act[] = [...certified, ...vetted, 'test'];
  return lot.state === 'open'
    ? ['ownOutput', 'pack', 'loss', ...papers, 'recall']
    : ['pack', 'loss', ...papers, 'recall'];
}

/** What can be done with a lot: coming in, going out, papers; the recall apart at the end. */
export function LotActs({ lot, onProblem }: { lot: Lot; onProblem: (problem: ApiProblem) => void }) {
  const t = useT();
  const [open, setOpen] = useState<Act | null>(null);
  const acts = actsOf(lot);
  const Dialog = open && dialogs[open];
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      {lot.state !== 'recalled' && (
        <LinkButton look="secondary" to={`/trace/processings/new?lot=${lot.id}`}>
          {t('process.title')}
        </LinkButton>
      )}
      {acts
        .filter((act) => act !== 'recall')
        .map((act) => (
          <Button key={act} data-act={ROUTES[act]} look="secondary" onClick={() => setOpen(act)}>
            {t(`${act}.title`)}
          </Button>
        ))}
      <TurnLot lot={lot} onProblem={onProblem} />
      {acts.includes('recall') && (
        <Button data-act={ROUTES.recall} look="danger" onClick={() => setOpen('recall')}>
          {t('recall.title')}
        </Button>
      )}
      {Dialog && <Dialog lot={lot} onClose={() => setOpen(null)} />}
    </div>
  );
}
