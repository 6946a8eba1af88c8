import { Dialog } from '@xihuo/ui';
import { useT } from '../words';

interface CertificatePictureProps {
  id: string;
  title: string;
  onClose: () => void;
}

/** The paper itself, as the server marks it: for display only, with the day. */
export function CertificatePicture({ id, title, onClose }: CertificatePictureProps) {
  const t = useT();
  return (
    <Dialog wide open title={title} onClose={onClose}>
      <div tabIndex={0} role="group" aria-label={title} className="-mx-5 -my-4 overflow-auto bg-sunken">
        <img
          src={`/api/v1/certificates/${id}/picture`}
          alt={t('shownPaper.alt', { name: title })}
          className="mx-auto min-h-64 max-w-full"
        />
      </div>
      <p className="mt-6 text-sm text-ink-faint">{t('shownPaper.note')}</p>
    </Dialog>
  );
}
