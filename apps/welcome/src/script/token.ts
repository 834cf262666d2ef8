const shape = /^[\w-]{22}$/;

/**
 * The link's token: the fragment, which reaches no server, log or referrer, or `?t=`, which is moved into the fragment.
 * Empty when the link carries none.
 */
const readToken = (): string => {
  const query = new URLSearchParams(location.search).get('t');
  if (query && shape.test(query)) history.replaceState(null, '', `${location.pathname}#${query}`);
  const fragment = location.hash.slice(1);
  return shape.test(fragment) ? fragment : '';
};

export const token = readToken();

// The link of another text, opened in the same tab, changes the fragment only.
addEventListener('hashchange', () => {
  if (shape.test(location.hash.slice(1))) location.reload();
});
