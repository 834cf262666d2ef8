import type { LinkHostCheck } from '@keyholder/domain/branding/preflight';

/** Port: asks the host of a brand's links whether it leads to this installation. */
export abstract class LinkHosts {
  /** @param origin for example `https://v.riverside.example` */
  abstract check(origin: string, now: Date): Promise<Exclude<LinkHostCheck, { kind: 'not_checked' }>>;
  /** What this installation answers to the question that {@link check} puts. */
  abstract answer(challenge: string): string;
}
