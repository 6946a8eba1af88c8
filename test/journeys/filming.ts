import type { Locator, Page } from 'playwright-core';

/** Some seconds of what somebody filmed: a picture that is moved about on a canvas, recorded by the browser itself. */
export async function filmed(page: Page, picture: Buffer): Promise<Buffer> {
  const address = `data:image/jpeg;base64,${picture.toString('base64')}`;
  const recorded = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 360 });
    const brush = canvas.getContext('2d')!;
    const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm;codecs=vp8' });
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    const ended = new Promise((done) => (recorder.onstop = done));
    recorder.start();
    for (let step = 0; step < 12; step += 1) {
      brush.drawImage(image, -step * 4, -step * 6, 720, 720);
      await new Promise(requestAnimationFrame);
      await new Promise((done) => setTimeout(done, 60));
    }
    recorder.stop();
    await ended;
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }, address);
  return Buffer.from(recorded, 'latin1');
}

/** Its first picture is there, as large as it was filmed, and it stands still until somebody plays it. */
export async function seeFilm(film: Locator): Promise<void> {
  const state = await film.evaluate(async (element: HTMLVideoElement) => {
    if (element.readyState < element.HAVE_METADATA)
      await new Promise<void>((done, fail) => {
        element.onloadedmetadata = () => done();
        element.onerror = () => fail(new Error(element.error?.message));
      });
    return [element.videoWidth, element.videoHeight, element.paused, element.controls];
  });
  expect(state).toEqual([480, 360, true, true]);
}
