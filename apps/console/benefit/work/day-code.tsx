import { Button, Dialog, formatDate, useLocale, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { Waiting } from '../../frame/whole';
import { Problem } from '../../frame/problem';
import { useT } from '../../words';

interface DayCodeProps {
  supplier: { id: string; name: string };
  /** Says whose it is, where a clerk works for more than one. */
  named: boolean;
}

/** The code of the day, as large as it is to stand on the wall; asked for twice it is the same one. */
export function DayCode({ supplier, named }: DayCodeProps) {
  const t = useT();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const send = useSend('POST /benefit/work-codes');
  const show = () => {
    setOpen(true);
    send.mutate({ body: { supplierId: supplier.id } });
  };
  return (
    <>
      <Button data-act="POST /benefit/work-codes" look="secondary" onClick={show}>
        {t('dayCode.show')}
        {named && ` · ${supplier.name}`}
      </Button>
      {open && (
        <Dialog title={t('dayCode.title')} open onClose={() => setOpen(false)}>
          <Problem problem={send.error} />
          {send.data ? (
            <div className="text-center" role="status">
              <p className="text-ink-soft">
                {formatDate(send.data.day, locale)} · {supplier.name}
              </p>
              <p className="numeric my-5 text-5xl font-bold tracking-[0.12em] sm:text-6xl">{send.data.code}</p>
              <p className="text-start">{t('dayCode.text')}</p>
            </div>
          ) : (
            !send.error && <Waiting />
          )}
        </Dialog>
      )}
    </>
  );
}
