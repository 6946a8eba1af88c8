import { useQueryClient } from '@tanstack/react-query';
import { Badge, Button, routeKey, toast, useProblemText, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { fileSize } from '../../../frame/file-size';
import { PaperInput } from '../../../frame/paper-input';
import { useT } from '../../../words';
import { useDesk, useField } from '../desk';
import type { ApplicationFile, DocumentKind } from '../file';
import { PaperView } from '../paper-view';
import { useRefusal } from '../use-refusal';
import { useUploads, type Sending } from '../use-uploads';

type Paper = ApplicationFile['documents'][number];

const KINDS: Readonly<Record<DocumentKind, true>> = {
  businessLicence: true,
  foodProductionLicence: true,
  foodOperationLicence: true,
  linkageAgreement: true,
  householdConsent: true,
  mandate: true,
  testReport: true,
  originCertificate: true,
  labelPhoto: true,
  sitePhoto: true,
  honour: true,
  other: true,
};

function PaperLine({ paper, onShow }: { paper: Paper; onShow: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const { file } = useDesk();
  const remove = useSend('DELETE /admission/applications/{id}/documents/{documentId}', {
    onSuccess: () => {
      toast(t('apply.documents.removed', { name: paper.name }));
      return queries.invalidateQueries({
        queryKey: routeKey('GET /admission/applications/{id}/file', { params: { id: file.id } }),
      });
    },
  });
  return (
    <li className="flex flex-wrap items-center gap-x-3">
      <button
        type="button"
        onClick={onShow}
        className="min-h-target min-w-0 grow truncate text-start text-green underline-offset-4 hover:underline"
      >
        {paper.name}
      </button>
      <span className="numeric text-sm whitespace-nowrap text-ink-faint">
        {paper.mediaType === 'application/pdf'
          ? t('apply.documents.pages', { count: paper.pages })
          : t('apply.documents.photo')}{' '}
        · {fileSize(paper.sizeBytes)}
      </span>
      <Button
        data-act="DELETE /admission/applications/{id}/documents/{documentId}"
        look="quiet"
        size="small"
        pending={remove.isPending}
        aria-label={t('apply.removeNamed', { name: paper.name })}
        onClick={() => remove.mutate({ params: { id: file.id, documentId: paper.id } })}
      >
        {t('apply.remove')}
      </Button>
      {remove.error && <p className="w-full text-sm text-cinnabar">{problemText(remove.error)}</p>}
    </li>
  );
}

function SendingLine({ sending, onAgain, onDrop }: { sending: Sending; onAgain: () => void; onDrop: () => void }) {
  const t = useT();
  const refusal = useRefusal();
  const percent = Math.round(sending.share * 100);
  return (
    <li className="py-1.5" aria-live="polite">
      <div className="flex items-center gap-3">
        <span className="min-w-0 grow truncate">{sending.name}</span>
        {!sending.problem && (
          <span className="numeric text-sm whitespace-nowrap text-ink-faint">
            {sending.share >= 1 ? t('apply.documents.looking') : t('apply.documents.sending', { percent })}
          </span>
        )}
      </div>
      {sending.problem ? (
        <div className="flex flex-wrap items-center gap-x-3">
          <p className="text-sm font-medium text-cinnabar">{refusal(sending.problem)}</p>
          {sending.problem.passing && (
            <Button look="quiet" size="small" onClick={onAgain}>
              {t('apply.documents.again')}
            </Button>
          )}
          <Button look="quiet" size="small" onClick={onDrop}>
            {t('apply.documents.drop')}
          </Button>
        </div>
      ) : (
        <progress aria-label={sending.name} value={percent} max={100} className="h-1.5 w-full accent-green" />
      )}
    </li>
  );
}

/** Every kind of paper with what it is for, what is asked of it, what lies there, and what is on its way. */
export function DocumentsStep() {
  const t = useT();
  const { file } = useDesk();
  const field = useField();
  const uploads = useUploads(file.id);
  const [shown, setShown] = useState<Paper | null>(null);
  return (
    <>
      <p className="mb-2 text-ink-soft">{t('apply.documents.lead')}</p>
      <ul className="divide-y divide-line">
        {(Object.keys(KINDS) as DocumentKind[]).map((kind) => {
          const pointer = `/documents/${kind}`;
          const papers = file.documents.filter((one) => one.kind === kind);
          const lack = file.missing.find((one) => one.pointer === pointer);
          const { id, error } = field(pointer);
          return (
            <li key={kind} id={id} className="py-4">
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
                <div className="min-w-0 flex-1 basis-60">
                  <h3 className="flex flex-wrap items-center gap-2 font-medium">
                    {t(`documentKind.${kind}`)}
                    {lack && (
                      <Badge tone={lack.required ? 'bad' : 'attention'}>
                        {t(lack.required ? 'apply.needed' : 'apply.wished')}
                      </Badge>
                    )}
                    {papers.length > 0 && (
                      <Badge tone="good">{t('apply.documents.count', { count: papers.length })}</Badge>
                    )}
                  </h3>
                  <p className="text-sm text-ink-faint">{t(`documentHint.${kind}`)}</p>
                </div>
                <PaperInput multiple onFiles={(files) => uploads.add(kind, files)}>
                  {t('apply.documents.add')}
                  <span className="sr-only"> {t(`documentKind.${kind}`)}</span>
                </PaperInput>
              </div>
              {error && <p className="text-sm font-medium text-cinnabar">{error}</p>}
              <ul>
                {papers.map((paper) => (
                  <PaperLine key={paper.id} paper={paper} onShow={() => setShown(paper)} />
                ))}
                {uploads.sendings
                  .filter((sending) => sending.kind === kind)
                  .map((sending) => (
                    <SendingLine
                      key={sending.id}
                      sending={sending}
                      onAgain={() => uploads.again(sending)}
                      onDrop={() => uploads.drop(sending.id)}
                    />
                  ))}
              </ul>
            </li>
          );
        })}
      </ul>
      {shown && <PaperView applicationId={file.id} paper={shown} onClose={() => setShown(null)} />}
    </>
  );
}
