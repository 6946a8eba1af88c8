import { Button, Card, Checkbox, Notice, TextField, toast, useProblemText, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { ForOrganisation } from './signed-in';
import { Sites } from './sites';
import { fenOf, yuanOf } from '../dispute/yuan';
import type { Organisation } from './organisation';

const DUTIES = ['order', 'approve', 'receive', 'pay', 'manage'] as const;
type Member = Organisation['members'][number];

function Duties({ duties, setDuties }: { duties: Member['duties']; setDuties: (duties: Member['duties']) => void }) {
  const t = useT();
  return (
    <fieldset className="flex flex-wrap gap-x-5">
      <legend className="sr-only">{t('business.duties')}</legend>
      {DUTIES.map((duty) => (
        <Checkbox
          key={duty}
          checked={duties.includes(duty)}
          onChange={(event) =>
            setDuties(event.target.checked ? [...duties, duty] : duties.filter((one) => one !== duty))
          }
        >
          {t(`business.duty.${duty}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function MemberForm({
  organisation,
  member,
  reload,
}: {
  organisation: Organisation;
  member: Member;
  reload: () => void;
}) {
  const t = useT();
  const problemText = useProblemText();
  const [duties, setDuties] = useState(member.duties);
  const [limit, setLimit] = useState(yuanOf(member.limit.amount));
  const [level, setLevel] = useState(String(member.approvalLevel ?? 1));
  const send = useSend('PUT /organisations/{id}/members/{personId}', {
    onSuccess: () => {
      toast(t('business.saved'));
      reload();
    },
  });
  const fen = fenOf(limit);
  const isApprover = duties.includes('approve');
  const isLevel = /^[1-5]$/.test(level);
  const save = () => {
    if (fen === null || (isApprover && !isLevel)) return;
    send.mutate({
      params: { id: organisation.id, personId: member.personId },
      body: {
        duties,
        limit: { amount: String(fen), currency: 'CNY' },
        approvalLevel: isApprover ? Number(level) : null,
      },
    });
  };
  return (
    <Card title={<span lang="zh-CN">{member.name}</span>} level={3}>
      <div className="flex flex-col gap-3">
        <Duties {...{ duties, setDuties }} />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={t('business.ownLimit')}
            inputMode="decimal"
            value={limit}
            error={fen === null ? t('business.amountWrong') : null}
            onChange={(event) => setLimit(event.target.value)}
          />
          {isApprover && (
            <TextField
              label={t('business.level')}
              inputMode="numeric"
              value={level}
              error={isLevel ? null : t('business.levelWrong')}
              onChange={(event) => setLevel(event.target.value)}
            />
          )}
        </div>
        {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
        <Button look="secondary" className="self-start" pending={send.isPending} onClick={save}>
          {t('business.save')}
        </Button>
      </div>
    </Card>
  );
}

function Chain({ organisation, reload }: { organisation: Organisation; reload: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const [from, setFrom] = useState(organisation.approvalFrom.map(({ amount }) => yuanOf(amount)));
  const send = useSend('PUT /organisations/{id}/approval-chain', {
    onSuccess: () => {
      toast(t('business.saved'));
      reload();
    },
  });
  const sums = from.map(fenOf);
  const save = () => {
    if (sums.some((fen) => fen === null)) return;
    const body = { from: sums.map((amount) => ({ amount: String(amount), currency: 'CNY' as const })) };
    send.mutate({ params: { id: organisation.id }, body });
  };
  return (
    <Card title={t('business.chainTitle')}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-ink-soft">{t('business.chainLead')}</p>
        {from.map((yuan, index) => (
          <TextField
            key={index}
            label={t('business.chainFrom', { level: index + 1 })}
            inputMode="decimal"
            value={yuan}
            error={sums[index] === null ? t('business.amountWrong') : null}
            onChange={(event) => setFrom(from.map((one, at) => (at === index ? event.target.value : one)))}
          />
        ))}
        <div className="flex flex-wrap gap-3">
          {from.length < 5 && (
            <Button look="quiet" onClick={() => setFrom([...from, from.at(-1) ?? '0'])}>
              {t('business.chainAdd')}
            </Button>
          )}
          {from.length > 0 && (
            <Button look="quiet" onClick={() => setFrom(from.slice(0, -1))}>
              {t('business.chainRemove')}
            </Button>
          )}
        </div>
        {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
        <Button look="secondary" className="self-start" pending={send.isPending} onClick={save}>
          {t('business.save')}
        </Button>
      </div>
    </Card>
  );
}

export function MembersPage() {
  const t = useT();
  const { organisationId } = useParams();
  return (
    <ForOrganisation id={organisationId}>
      {(organisation, reload) => (
        <NarrowPage>
          <PageTitle small>{t('business.members')}</PageTitle>
          <div className="flex flex-col gap-4">
            {organisation.members.map((member) => (
              <MemberForm key={member.personId} {...{ organisation, member, reload }} />
            ))}
            <Chain {...{ organisation, reload }} />
            <Sites {...{ organisation, reload }} />
          </div>
        </NarrowPage>
      )}
    </ForOrganisation>
  );
}
