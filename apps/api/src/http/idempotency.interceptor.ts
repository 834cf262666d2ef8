import { createHash } from 'node:crypto';
import {
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { catchError, defer, from, map, of, switchMap, type Observable } from 'rxjs';
import {
  IdempotencyKeys,
  keyedRequest,
  type IdempotencyState,
  type KeyedRequest,
} from '../ports/idempotency.ts';
import type { KnownRequest } from './access.ts';
import { conflict, invalidFields, ProblemError } from './problem.ts';

const NO_ANSWER_KEPT = 'keyholder:no-answer-kept';

/** For a POST whose answer holds a secret: it takes no `Idempotency-Key`, so that the answer is kept nowhere. */
export const KeepsNoAnswer = (): MethodDecorator => SetMetadata(NO_ANSWER_KEPT, true);

/** 1–255 visible ASCII characters; a UUID is a good key. */
const KEY = /^[\x21-\x7e]{1,255}$/u;

const keyOf = (request: KnownRequest): KeyedRequest | null => {
  const key = request.headers['idempotency-key'];
  const caller = request.caller ?? request.companyCaller;
  if (request.method !== 'POST' || caller === undefined || key === undefined) return null;
  if (typeof key !== 'string' || !KEY.test(key)) {
    const accepted = '1 to 255 visible ASCII characters, for example a UUID';
    throw invalidFields([
      { field: 'Idempotency-Key', code: 'invalid', message: 'This is no usable key.', accepted },
    ]);
  }
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([request.method, request.url, request.body ?? null]))
    .digest();
  return { tenant: caller.tenant, key, fingerprint };
};

const refuse = (state: Exclude<IdempotencyState, { kind: 'new' | 'answered' }>): ProblemError => {
  switch (state.kind) {
    case 'other_request':
      return conflict(
        'idempotency-key-reused',
        'This key belongs to another request',
        'The same key came with another address or body. Use a new key.',
      );
    case 'in_progress':
      return conflict(
        'in-progress',
        'This request is being carried out',
        'Ask again in a moment with the same key.',
      );
    case 'answer_lost':
      return conflict(
        'answer-lost',
        'This request was carried out',
        'It was carried out once, but its answer was lost. Fetch what it made; do not send it again.',
      );
  }
};

/**
 * `Idempotency-Key` on POST: the same key and body get the same answer, and are carried out once; the same key with
 * another body is refused. Refusals are not kept: what was refused may be asked again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly keys: IdempotencyKeys,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const keepsNone = this.reflector.get<boolean | undefined>(NO_ANSWER_KEPT, context.getHandler()) === true;
    const request = keepsNone ? null : keyOf(http.getRequest<KnownRequest>());
    if (request === null) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    return from(this.keys.begin(request)).pipe(
      switchMap((state) => {
        if (state.kind === 'new') return this.carryOut(request, next, reply);
        if (state.kind !== 'answered') throw refuse(state);
        void reply.status(state.status).header('idempotency-replayed', 'true');
        return of(state.body);
      }),
    );
  }

  private carryOut(request: KeyedRequest, next: CallHandler, reply: FastifyReply): Observable<unknown> {
    // The handler starts when it is subscribed to, inside the context that the unit of work reads.
    const handled = defer(() => keyedRequest.run(request, () => next.handle()));
    return handled.pipe(
      switchMap((body: unknown) =>
        from(this.keys.answer(request, reply.statusCode, body)).pipe(map(() => body)),
      ),
      catchError((error: unknown) =>
        from(this.keys.forget(request)).pipe(
          map(() => {
            throw error;
          }),
        ),
      ),
    );
  }
}
