/** What stands behind # in the address of a mail's link: it reaches no server's log. */
export const linkToken = (hash: string): string => {
  try {
    return decodeURIComponent(hash.replace(/^#/u, ''));
  } catch {
    return '';
  }
};
