// By path, not by package name: the name leads to compiled files, which a fresh clone has not.
import { freePort } from '../../packages/local-postgres/src/index.ts';

/** So many different ports that nobody uses now. */
export const freePorts = async (count: number): Promise<number[]> => {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
};
