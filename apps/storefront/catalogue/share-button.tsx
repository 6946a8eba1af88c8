import { toast } from '@xihuo/ui';
import { Icon } from '../frame/icons';
import { useT } from '../words';

/** Passes a product on by whatever the system has for that, or copies its address. */
export function ShareButton({ title, path }: { title: string; path: string }) {
  const t = useT();
  const share = async () => {
    const url = window.location.origin + path;
    try {
      if (navigator.share) return await navigator.share({ title, url });
      await navigator.clipboard.writeText(url);
      toast(t('product.linkCopied'));
    } catch {
      // The reader thought better of it, or this browser may not: the address is in its bar all the same.
    }
  };
  return (
    <button
      type="button"
      onClick={() => void share()}
      aria-label={t('product.share')}
      title={t('product.share')}
      className="-me-2 flex min-h-target min-w-target shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunken"
    >
      <Icon name="share" />
    </button>
  );
}
