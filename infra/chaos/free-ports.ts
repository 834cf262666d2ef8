import { findFreePort } from '../start/ports.ts';

/** So many different ports that nobody uses now. */
export const freePorts = async (count: number): Promise<number[]> => {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await findFreePort());
  return [...ports];
};
