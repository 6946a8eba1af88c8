import { Dialog } from '@xihuo/ui';
import { useRef, useState } from 'react';
import { useT } from '../words';
import { ShownPaper } from './shown-paper';

interface CertificatePictureProps {
  id: string;
  title: string;
  onClose: () => void;
}

/** The paper itself, as the server marks it: for display only, with the day. */
export function CertificatePicture({ id, title, onClose }: CertificatePictureProps) {
  const t = useT();
  const [failed, setFailed] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const retry = () => {
    setFailed(false);
    // The button that was pressed goes with what it stood under.
    place.current?.focus();
  };
  return (
    <Dialog wide open title={title} onClose={onClose}>
      <div ref={place} tabIndex={0} role="group" aria-label={title} className="-mx-5 -my-4 overflow-auto bg-sunken">
        <ShownPaper
          path={`/api/v1/certificates/${id}/picture`}
          alt={t('shownPaper.alt', { name: title })}
          failed={failed}
          words={{ failed: t('shownPaper.failed'), why: t('shownPaper.why'), retry: t('shownPaper.retry') }}
          onFail={() => setFailed(true)}
          onRetry={retry}
        />
      </div>
      <p className="mt-6 text-sm text-ink-faint">{t('shownPaper.note')}</p>
    </Dialog>
  );
}
