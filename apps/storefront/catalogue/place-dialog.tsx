import { Button, Dialog } from '@xihuo/ui';
import { useState } from 'react';
import { keptDelivery } from '../ordering/delivery';
import { RegionPicker } from '../ordering/region-picker';
import { useT } from '../words';

/** Where goods are to go: the same place that the cart and the checkout know. */
export function PlaceDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const kept = keptDelivery.use();
  const [path, setPath] = useState(kept.path);
  const [code, setCode] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const choose = () => {
    setTried(true);
    if (code === null) return;
    // Another place has other streets.
    const address = code === kept.regionCode ? kept.address : '';
    keptDelivery.set({ ...kept, path, regionCode: code, address });
    onClose();
  };
  return (
    <Dialog
      open
      title={t('place.title')}
      onClose={onClose}
      actions={<Button onClick={choose}>{t('place.choose')}</Button>}
    >
      <RegionPicker
        value={path}
        onChange={setPath}
        onCode={setCode}
        error={tried && code === null ? t('address.region.missing') : null}
      />
    </Dialog>
  );
}
