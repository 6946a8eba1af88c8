/** Longest side of a photograph that is sent: every line of a licence can be read at it, and it is a tenth of what phones make. */
const LONGEST = 2600;
const WORTH_IT_BYTES = 1_200_000;

/**
 * A photograph as small as it stays readable, so that it leaves a village with a weak net. Whatever cannot be drawn here goes as it
 * is; the server looks at everything anyway.
 */
export async function shrink(file: File): Promise<Blob> {
  if (!/^image\/(jpeg|png)$/.test(file.type) || file.size < WORTH_IT_BYTES) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.88));
    return smaller && smaller.size < file.size ? smaller : file;
  } catch {
    return file;
  }
}
