/** Where in the film a picture is taken: the first second is often black. */
const AT_SECONDS = 1.5;
const PATIENCE_MS = 8000;

/** Takes a picture from a film, in the browser; null where it cannot play it. */
export const posterOf = (film: Blob): Promise<Blob | null> =>
  new Promise((resolve) => {
    const video = document.createElement('video');
    const address = URL.createObjectURL(film);
    const end = (picture: Blob | null): void => {
      clearTimeout(timer);
      URL.revokeObjectURL(address);
      video.removeAttribute('src');
      resolve(picture);
    };
    const timer = setTimeout(() => end(null), PATIENCE_MS);
    video.muted = true;
    video.preload = 'auto';
    video.addEventListener('error', () => end(null));
    video.addEventListener('loadeddata', () => {
      video.currentTime = Math.min(AT_SECONDS, video.duration / 2);
    });
    video.addEventListener('seeked', () => {
      const canvas = document.createElement('canvas');
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext('2d')?.drawImage(video, 0, 0);
      canvas.toBlob(end, 'image/jpeg', 0.9);
    });
    video.src = address;
  });
