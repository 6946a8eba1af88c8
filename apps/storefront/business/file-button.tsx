import { Button } from '@xihuo/ui';
import { useState } from 'react';
import { saveFile } from '../frame/save-file';

/** A file a page hands over under a name of its own. */
export function FileButton({ word, name, get }: { word: string; name: string; get: () => Promise<Blob> }) {
  const [pending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    try {
      saveFile(await get(), name);
    } finally {
      setPending(false);
    }
  };
  return (
    <Button look="secondary" size="small" pending={pending} onClick={() => void save()}>
      {word}
    </Button>
  );
}
