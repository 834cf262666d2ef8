import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { BrandDirectory } from '../ports/brand-directory.ts';
import { PagePublisher } from '../ports/page-publisher.ts';
import { PublishBrand } from './commands/publish-brand.ts';

/** How far a renewal is. */
export interface RenewalProgress {
  readonly total: number;
  readonly done: number;
  /** Brands that could not be rendered; they keep their earlier pages. */
  readonly failed: number;
}

/** Brands that are written at once. */
const AT_ONCE = 8;
const SAY_EVERY = 500;

const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);

/**
 * Brings every brand's pages to the templates of this build. What is done is kept with each brand, so a renewal that was
 * broken off goes on where it was. Several publishers share the work: each goes through the brands in an order of its
 * own and leaves out what another has done meanwhile.
 */
@Injectable()
export class TemplateRenewal {
  private readonly logger = new Logger('TemplateRenewal');
  private stopped = false;
  private running: Promise<RenewalProgress> | null = null;

  constructor(
    private readonly brands: BrandDirectory,
    private readonly publisher: PagePublisher,
    private readonly commands: CommandBus,
  ) {}

  /** @param say told how far it is, now and then */
  run(say: (progress: RenewalProgress) => void = (progress) => this.say(progress)): Promise<RenewalProgress> {
    this.running ??= this.renew(say).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Ends a renewal after the brands at hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running?.catch(() => undefined);
  }

  private async renew(say: (progress: RenewalProgress) => void): Promise<RenewalProgress> {
    const waiting = shuffled(await this.brands.stale(this.publisher.build));
    const total = waiting.length;
    let done = 0;
    let failed = 0;
    const work = async (): Promise<void> => {
      for (let brand = waiting.pop(); brand !== undefined && !this.stopped; brand = waiting.pop()) {
        const tenant = { companyId: brand.companyId, dealerId: null };
        try {
          await this.commands.execute(new PublishBrand(tenant, brand.id, { onlyIfStale: true }));
        } catch (error) {
          failed += 1;
          this.logger.error(
            `The pages of brand ${brand.id} could not be renewed: ${error instanceof Error ? error.name : 'error'}`,
          );
        }
        done += 1;
        if (done % SAY_EVERY === 0 || done === total) say({ total, done, failed });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { total, done, failed };
  }

  private say({ total, done, failed }: RenewalProgress): void {
    this.logger.log(`Pages brought to the templates of this build: ${done} of ${total}, ${failed} failed.`);
  }
}
