import { Button, Card, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { saveFile } from '../../frame/save-file';
import { useT } from '../../words';
import { ByOwnPhone } from './by-own-phone';

/** Everything that is kept of somebody, as a file of theirs. */
export function TakeData() {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const take = useSend('POST /me/export', {
    onSuccess: (file) => {
      saveFile(file, 'xihuo-my-data.json');
      setAsking(false);
      toast(t('export.done'));
    },
  });
  return (
    <Card title={t('export.title')}>
      <p className="mb-3 text-ink-soft">{t('export.text')}</p>
      {asking ? (
        <ByOwnPhone
          act={t('export.do')}
          pending={take.isPending}
          problem={take.error}
          onCode={(code) => take.mutate({ body: { code } })}
          onLeave={() => setAsking(false)}
        />
      ) : (
        <Button look="secondary" onClick={() => setAsking(true)}>
          {t('export.begin')}
        </Button>
      )}
    </Card>
  );
}
