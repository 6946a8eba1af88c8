import { Badge, type Output, type Tone } from '@xihuo/ui';
import { useT } from '../../words';

type DossierState = Output<'GET /admission/dossiers/{id}'>['state'];
type RecognitionState = Output<'GET /admission/recognitions/{id}'>['state'];
type EditionState = Output<'GET /admission/editions/{number}'>['state'];

const dossierTones: Record<DossierState, Tone> = {
  submitted: 'attention',
  correctionsRequested: 'attention',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
  superseded: 'neutral',
};

const recognitionTones: Record<RecognitionState, Tone> = {
  submitted: 'attention',
  countyStamped: 'attention',
  publicNotice: 'info',
  recognised: 'good',
  correctionsRequested: 'attention',
  rejected: 'bad',
  withdrawn: 'neutral',
  lapsed: 'neutral',
  revoked: 'bad',
  superseded: 'neutral',
};

export function DossierBadge({ state }: { state: DossierState }) {
  const t = useT();
  return <Badge tone={dossierTones[state]}>{t(`dossierState.${state}`)}</Badge>;
}

export function RecognitionBadge({ state }: { state: RecognitionState }) {
  const t = useT();
  return <Badge tone={recognitionTones[state]}>{t(`recognition.${state}`)}</Badge>;
}

export function EditionBadge({ state }: { state: EditionState }) {
  const t = useT();
  return <Badge tone={state === 'draft' ? 'attention' : 'good'}>{t(`edition.${state}`)}</Badge>;
}
