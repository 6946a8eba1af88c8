/** Seconds into the film: many begin black. */
const NOT_BLACK = 0.2;

/**
 * What a film begins with, as a photograph.
 *
 * @returns null where this browser does not play the film, so that nobody's would have to
 */
export async function firstFrame(file: Blob): Promise<Blob | null> {
  const film = document.createElement('video');
  const address = URL.createObjectURL(file);
  const comes = (event: 'loadeddata' | 'seeked') =>
    new Promise<void>((done, fail) => {
      film.addEventListener(event, () => done(), { once: true });
      film.addEventListener('error', () => fail(new TypeError('no film')), { once: true });
    });
  try {
    const begun = comes('loadeddata');
    Object.assign(film, { muted: true, playsInline: true, preload: 'auto', src: address });
    await begun;
    const there = comes('seeked');
    film.currentTime = Math.min(NOT_BLACK, film.duration / 2);
    await there;
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: film.videoWidth, height: film.videoHeight });
    canvas.getContext('2d')?.drawImage(film, 0, 0);
    return await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
  } catch {
    return null;
  } finally {
    film.removeAttribute('src');
    URL.revokeObjectURL(address);
  }
}
