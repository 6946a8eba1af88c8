import { useQueryClient } from '@tanstack/react-query';
import { Button, routeKey, toast, useApi, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ReasonAct } from '../../frame/act-dialog';
import { Page } from '../../frame/page';
import { NoSuchPage } from '../../frame/views';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { ApplicationBadge } from '../states';
import type { ApplicationFile } from './file';
import { Progress } from './progress';
import { Wizard } from './wizard';

const OVER: readonly ApplicationFile['state'][] = ['certified', 'rejected', 'withdrawn'];

function Withdraw({ file }: { file: ApplicationFile }) {
  const t = useT();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const send = useSend('POST /admission/applications/{id}/withdraw', {
    onSuccess: (next) => {
      toast(t('apply.withdraw.done'));
      queries.setQueryData(routeKey('GET /admission/applications/{id}/file', { params: { id: file.id } }), next);
      void queries.invalidateQueries({ queryKey: routeKey('GET /me/applications') });
      setOpen(false);
    },
  });
  return (
    <>
      <Button
        data-act="POST /admission/applications/{id}/withdraw"
        look="quiet"
        className="max-sm:-ms-5"
        onClick={() => setOpen(true)}
      >
        {t('apply.withdraw')}
      </Button>
      {open && (
        <ReasonAct
          title={t('apply.withdraw')}
          submit={t('apply.withdraw.submit')}
          text={t('apply.withdraw.text')}
          label={t('apply.withdraw.reason')}
          look="danger"
          pending={send.isPending}
          problem={send.error}
          onSubmit={(reason) => send.mutate({ params: { id: file.id }, body: { reason }, version: file.version })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** One of the own applications: filled in while it may be, followed afterwards. */
export function ApplicationDeskPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /admission/applications/{id}/file', { params: { id } });
  const list = useApi('GET /me/applications', {});
  const file = query.data;
  const own = list.data?.data.find((one) => one.id === id);
  if (list.data && file && !own) return <NoSuchPage />;
  return (
    <Page
      title={file?.form.subject?.nameZh || file?.supplierName || t('application.title')}
      lead={file && <ApplicationBadge state={file.state} />}
      back={{ to: '/admission/apply', word: t('menu.apply') }}
      history={{ kind: 'application', id }}
      actions={file && !OVER.includes(file.state) && <Withdraw file={file} />}
    >
      <Whole query={query}>
        {(read) => (
          <Whole query={list}>
            {() => own && (read.editable ? <Wizard file={read} own={own} /> : <Progress file={read} own={own} />)}
          </Whole>
        )}
      </Whole>
    </Page>
  );
}
