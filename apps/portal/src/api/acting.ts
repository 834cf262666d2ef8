const KEPT_AS = 'keyholder.dealer';

let dealerId = window.localStorage.getItem(KEPT_AS);

/** The dealer that every request is made for; null where there is nothing to choose. */
export const actingDealer = (): string | null => dealerId;

/** From now on requests are made for this dealer, in later visits too. */
export const actForDealer = (id: string | null): void => {
  dealerId = id;
  if (id === null) window.localStorage.removeItem(KEPT_AS);
  else window.localStorage.setItem(KEPT_AS, id);
};

/** An address of the API that a plain link or an event stream opens: they can set no header. */
export const forActingDealer = (address: string): string => {
  if (dealerId === null) return address;
  return `${address}${address.includes('?') ? '&' : '?'}dealer=${encodeURIComponent(dealerId)}`;
};
