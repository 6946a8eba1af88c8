import { Button, toast } from '@xihuo/ui';
import { share } from '../frame/share';
import { useInBrowser } from '../frame/use-in-browser';
import { useT } from '../use-t';

/** Pass it on, or print it for the shelf: beside goods that are not sold online a sheet of paper says the same. */
export function LotTools({ title, code }: { title: string; code: string }) {
  const t = useT();
  const address = `${useInBrowser() ? window.location.origin : ''}/lots/${code}`;
  const passOn = async () => {
    if (await share(title, address)) toast(t('lot.shareCopied'));
  };
  return (
    <>
      <p className="mt-6 flex flex-wrap items-center gap-3 print:hidden">
        <Button look="secondary" onClick={() => void passOn()}>
          {t('lot.share')}
        </Button>
        <Button look="secondary" onClick={() => window.print()}>
          {t('lot.print')}
        </Button>
        <a className="touch text-green underline-offset-4 hover:underline" href={`/api/v1/lots/${code}/epcis`}>
          {t('lot.epcis')}
        </a>
      </p>
      <p className="mt-6 hidden font-mono text-sm print:block">{t('lot.printed', { code, address })}</p>
    </>
  );
}
