import { toast } from '@xihuo/ui';
import { Icon } from '../frame/icons';
import { share } from '../frame/share';
import { useT } from '../words';

/** Passes a product on. */
export function ShareButton({ title, path }: { title: string; path: string }) {
  const t = useT();
  const passOn = async () => {
    if (await share(title, window.location.origin + path)) toast(t('product.linkCopied'));
  };
  return (
    <button
      type="button"
      onClick={() => void passOn()}
      aria-label={t('product.share')}
      title={t('product.share')}
      className="-me-2 flex min-h-target min-w-target shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunken"
    >
      <Icon name="share" />
    </button>
  );
}
