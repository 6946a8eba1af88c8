import { useQueryClient } from '@tanstack/react-query';
import { Select, TextArea, toast, useApi, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newId } from '../../benefit/parts';
import { ActDialog } from '../../frame/act-dialog';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { Reach } from './reach';

const CLASSES = ['1', '2', '3'] as const;

interface RecallProps {
  lot: { readonly id: string };
  /** What follows beside what follows from every recall. */
  follows?: string;
  onClose: () => void;
}

/** What a recall would touch stands above its fields: nobody recalls blindly. */
export function RecallDialog({ lot, follows, onClose }: RecallProps) {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [id] = useState(newId);
  const [recallClass, setClass] = useState<(typeof CLASSES)[number] | ''>('');
  const [reason, setReason] = useState('');
  const [notice, setNotice] = useState('');
  const [tried, setTried] = useState(false);
  const reach = useApi('GET /trace/lots/{id}/reach', { params: { id: lot.id } });
  const send = useSend('POST /trace/recalls', {
    onSuccess: (recall) => {
      toast(t('recall.done'));
      void navigate(`/trace/recalls/${recall.id}`);
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  const short = (text: string, least: number) =>
    tried && text.trim().length < least ? t('act.tooShort', { count: least }) : null;
  const submit = () => {
    setTried(true);
    if (recallClass === '' || reason.trim().length < 4 || notice.trim().length < 10) return;
    send.mutate({ body: { id, lotIds: [lot.id], class: Number(recallClass) as 1 | 2 | 3, reason, notice } });
  };
  return (
    <ActDialog
      title={t('recall.title')}
      submit={t('recall.submit')}
      text={follows === undefined ? t('recall.text') : `${t('recall.text')}${follows}`}
      look="danger"
      {...{ pending: send.isPending, problem: send.error, onSubmit: submit, onClose }}
    >
      <Whole query={reach}>{(found) => <Reach reach={found} />}</Whole>
      <Select
        label={t('recall.class')}
        value={recallClass}
        choices={CLASSES.map((value) => ({ value, label: t(`recall.class.${value}`) }))}
        error={tried && recallClass === '' ? t('act.missing') : null}
        onChange={(event) => setClass(event.target.value as typeof recallClass)}
      />
      <TextArea
        label={t('recall.reason')}
        maxLength={500}
        value={reason}
        error={short(reason, 4)}
        onChange={(event) => setReason(event.target.value)}
      />
      <TextArea
        label={t('recall.notice')}
        hint={t('recall.noticeHint')}
        maxLength={1000}
        value={notice}
        error={short(notice, 10)}
        onChange={(event) => setNotice(event.target.value)}
      />
    </ActDialog>
  );
}
