import { Button, Card, Notice, useApiClient, useProblemText } from '@xihuo/ui';
import { useMutation } from '@tanstack/react-query';
import { saveFile } from '../../frame/save-file';
import { useT } from '../../words';

const FORMATS = ['xlsx', 'csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** The whole edition as a file. The same edition is the same bytes for ever, and the hash lets anybody prove it. */
export function EditionDownloads({ number }: { number: number }) {
  const t = useT();
  const api = useApiClient();
  const problemText = useProblemText();
  const fetched = useMutation({
    mutationFn: async (format: Format) => {
      const file = await api('GET /catalogue/editions/{number}/file', {
        params: { number: String(number) },
        query: { format },
      });
      saveFile(file, `${t('editions.fileName', { number })}.${format}`);
      return { format, hash: await sha256(file) };
    },
  });
  return (
    <Card title={t('edition.downloads')}>
      <div className="flex flex-wrap gap-2">
        {FORMATS.map((format) => (
          <Button
            key={format}
            look="secondary"
            size="small"
            pending={fetched.isPending && fetched.variables === format}
            onClick={() => fetched.mutate(format)}
          >
            {format.toUpperCase()}
          </Button>
        ))}
      </div>
      <p className="mt-3 text-sm text-ink-faint">{t('edition.sameBytes')}</p>
      {fetched.error && <Notice urgent tone="bad" title={problemText(fetched.error)} />}
      {fetched.data?.hash && (
        <p className="mt-2 text-sm" role="status">
          {t('edition.hash', { format: fetched.data.format.toUpperCase() })}
          <code className="block text-xs break-all select-all">{fetched.data.hash}</code>
        </p>
      )}
    </Card>
  );
}

/** Null where the browser keeps its cryptography for https, as on a phone in the LAN. */
async function sha256(file: Blob): Promise<string | null> {
  if (!globalThis.crypto.subtle) return null;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
