import { Query } from '@nestjs/cqrs';
import type { Caller } from '../../ports/caller.ts';
import type { Me } from '../accounts.schemas.ts';

/** Who the caller is, and in which dealer, company and brand. */
export class GetMe extends Query<Me> {
  constructor(readonly caller: Caller) {
    super();
  }
}
