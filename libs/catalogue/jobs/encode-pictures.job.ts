import { defineJob, FILES, type Files } from '@xihuo/platform';
import { ENCODE_PICTURES, encodePictures } from '../actions/picture/encode-pictures';

const HALF_A_MINUTE = 30_000;

/** Woken by every picture that comes in; the rounds between are for what a broken worker left. */
export const encodePicturesJob = defineJob({
  name: ENCODE_PICTURES,
  every: HALF_A_MINUTE,
  async run({ database, get }) {
    const files = get<Files>(FILES);
    await encodePictures({ database, files });
  },
});
