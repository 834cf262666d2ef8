/** Moves focus to the page's heading, after what had it has gone with what was done. */
export const focusHeading = (): void => {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  });
};
