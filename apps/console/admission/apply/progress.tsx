import { Card } from '@xihuo/ui';
import { useT } from '../../words';
import type { ApplicationFile, OwnApplication } from './file';
import { Findings, FindingsInShort } from './findings';

/** Where an application stands once it is handed in. */
export function Progress({ file, own }: { file: ApplicationFile; own: OwnApplication }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-5">
      <Card>
        <p>{t(`apply.state.${file.state}`)}</p>
        {own.decisionReason && (
          <p className="mt-1 text-ink-soft">{t('apply.reason', { reason: own.decisionReason })}</p>
        )}
      </Card>
      <Card title={t('application.findings')}>
        <FindingsInShort findings={file.findings} />
        <Findings findings={file.findings} />
      </Card>
    </div>
  );
}
