import type { ReactNode } from 'react';
import { factorAddress, inGroups } from './drawn-secret';
import { QrPicture } from './qr-picture';
import { useT } from './words';

/** One of two steps in which a factor is enrolled. */
export function Step({ at, title, children }: { at: number; title: string; children: ReactNode }) {
  return (
    <li className="flex flex-col gap-3">
      <h2 className="text-lg">
        <span className="numeric me-2 text-ink-faint">{at}</span>
        {title}
      </h2>
      {children}
    </li>
  );
}

/** The app takes the secret: by its camera, on the phone itself by the link, or by hand. */
export function TakingApp({ name, secret }: { name: string; secret: string }) {
  const t = useT();
  const address = factorAddress(secret, name);
  return (
    <Step at={1} title={t('enrol.scan')}>
      <p className="text-ink-soft">{t('enrol.scanText')}</p>
      <QrPicture text={address} title={t('enrol.picture')} />
      <a href={address} className="touch text-green underline-offset-4 hover:underline">
        {t('enrol.open')}
      </a>
      <p className="text-sm text-ink-soft">
        {t('enrol.byHand')}
        <span className="numeric block text-base tracking-wider text-ink select-all">{inGroups(secret)}</span>
      </p>
    </Step>
  );
}
