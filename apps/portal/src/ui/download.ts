/** Hands a file to the browser's downloads. */
export const download = (name: string, text: string, type = 'text/csv;charset=utf-8'): void => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  window.setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
};
