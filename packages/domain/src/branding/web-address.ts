/** Letters, digits and inner hyphens, as in a name of the domain name system; other scripts may stand there as typed. */
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const HOST = String.raw`${LABEL}(?:\.${LABEL})*`;
const ADDRESS = new RegExp(
  String.raw`^https?://(${HOST}\.[\p{L}][\p{L}\p{N}-]*)(?::\d{1,5})?(?:[/?#][^\s<>"'\\]*)?$`,
  'iu',
);
const ORIGIN = new RegExp(String.raw`^(https?)://(${HOST})(:\d{1,5})?$`, 'iu');

/** True for the address of a web page: http or https, a host with a dot, no user name, no space, no quotes. */
export const isWebAddress = (value: string): boolean => value.length <= 500 && ADDRESS.test(value);

/** The parts of an origin such as `https://v.riverside.example`; null for anything with a path, user name or query. */
export const readOrigin = (
  value: string,
): { readonly origin: string; readonly secure: boolean; readonly host: string } | null => {
  const [, protocol, host, port = ''] = ORIGIN.exec(value.replace(/\/$/u, '')) ?? [];
  if (protocol === undefined || host === undefined || value.length > 200) return null;
  const lower = host.toLowerCase();
  return {
    origin: `${protocol.toLowerCase()}://${lower}${port}`,
    secure: protocol.toLowerCase() === 'https',
    host: lower,
  };
};
