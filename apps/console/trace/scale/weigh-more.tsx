import { time } from '@xihuo/kernel';
import { Button, Checkbox, Select, TextField } from '@xihuo/ui';
import { shrink } from '../../admission/apply/shrink';
import { PaperInput } from '../../frame/paper-input';
import { useSource } from '../../frame/use-source';
import { useT } from '../../words';
import type { WitnessRole } from './entry';
import type { PartProps } from './weigh-form';

const ROLES: readonly WitnessRole[] = ['villageOfficer', 'neighbour', 'other'];

function Thumb({ photo, alt }: { photo: Blob; alt: string }) {
  const source = useSource<HTMLImageElement>(photo);
  return <img ref={source} alt={alt} className="h-16 w-16 rounded-md border border-line object-cover" />;
}

interface PhotoProps {
  label: string;
  optional?: boolean;
  photo: Blob | null;
  kept: boolean;
  /** Where the list of faults leads to. */
  id?: string;
  error?: string | null;
  onPhoto: (photo: Blob | null) => void;
}

function Photo({ label, optional, photo, kept, id, error, onPhoto }: PhotoProps) {
  const t = useT();
  return (
    <div id={id} tabIndex={id ? -1 : undefined} className="flex flex-col gap-1.5">
      <p className="font-medium">
        {label} {optional && <span className="ms-1 text-sm font-normal text-ink-faint">{t('scale.optional')}</span>}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        {photo && <Thumb photo={photo} alt={label} />}
        <PaperInput accept="image/jpeg,image/png" onFiles={([file]) => file && void shrink(file).then(onPhoto)}>
          {t(kept ? 'scale.photoOther' : 'scale.photoTake')}
        </PaperInput>
        {kept && (
          <Button look="quiet" size="small" onClick={() => onPhoto(null)}>
            {t('scale.photoDrop')}
          </Button>
        )}
      </div>
      {error && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {error}
        </p>
      )}
    </div>
  );
}

export function PhotoPart({ draft, change }: PartProps) {
  const t = useT();
  return (
    <Photo
      label={t('scale.photo')}
      optional
      photo={draft.photo}
      kept={draft.photo !== null || draft.ticketFileId !== null}
      onPhoto={(photo) => change({ photo, ticketFileId: null })}
    />
  );
}

/** Days back, a remark, and somebody who saw it where the household has no phone at hand. */
export function MorePart({ draft, pack, change, fault }: PartProps) {
  const t = useT();
  return (
    <>
      <Checkbox
        checked={draft.witnessed}
        hint={t('scale.witnessedHint')}
        onChange={(event) => change({ witnessed: event.target.checked })}
      >
        {t('scale.witnessed')}
      </Checkbox>
      {draft.witnessed && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            id="scale-witnessName"
            label={t('witness.name')}
            maxLength={60}
            value={draft.witnessName}
            error={fault('witnessName')}
            onChange={(event) => change({ witnessName: event.target.value })}
          />
          <Select
            id="scale-witnessRole"
            label={t('witness.role')}
            value={draft.witnessRole}
            choices={ROLES.map((value) => ({ value, label: t(`witness.${value}`) }))}
            error={fault('witnessRole')}
            onChange={(event) => change({ witnessRole: event.target.value as WitnessRole })}
          />
          <div className="sm:col-span-2">
            <Photo
              id="scale-sheet"
              label={t('delivery.sheet')}
              photo={draft.sheet}
              kept={draft.sheet !== null || draft.sheetFileId !== null}
              error={fault('sheet')}
              onPhoto={(sheet) => change({ sheet, sheetFileId: null })}
            />
          </div>
        </div>
      )}
      <details className="rounded-md border border-line px-4" open={fault('day') !== null || undefined}>
        <summary className="flex min-h-target items-center font-medium">{t('scale.moreFields')}</summary>
        <div className="flex flex-col gap-4 pb-4">
          <TextField
            id="scale-day"
            type="date"
            label={t('scale.day')}
            hint={t('scale.dayHint', { count: pack.backDays })}
            max={pack.today}
            min={time.addDays(pack.today, -pack.backDays)}
            value={draft.deliveredOn}
            error={fault('day')}
            onChange={(event) => change({ deliveredOn: event.target.value })}
          />
          <TextField
            label={t('scale.note')}
            optional
            maxLength={300}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        </div>
      </details>
    </>
  );
}
