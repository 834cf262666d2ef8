import {
  applyDecorators,
  createParamDecorator,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiHeader, ApiPreconditionFailedResponse, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';
import type { Precondition } from '../ports/precondition.ts';
import { preconditionRequired } from './problem.ts';
import { ProblemSchema } from './problem.schemas.ts';

const VERSIONED = 'keyholder:versioned';

const ETAG = /^(?:W\/)?"(\d{1,9})"$/u;

/** Description of the header that answers with one contact or site carry. */
export const ETAG_HEADER = {
  ETag: {
    description: 'The version in quotes; give it as `If-Match` when you change or remove this.',
    schema: { type: 'string' as const, example: '"1"' },
  },
};

/** For controllers whose answers are one thing with a `version`: such an answer carries it as `ETag`. */
export const Versioned = (): ClassDecorator & MethodDecorator => SetMetadata(VERSIONED, true);

/**
 * Sets `ETag` from the version of what is answered. The version covers what a dealer edits and not what the provider
 * reports, so it guards edits; answers are never to be cached by it.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const versioned = this.reflector.getAllAndOverride<boolean | undefined>(VERSIONED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (versioned !== true) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((body: unknown) => {
        const version = (body as { version?: unknown } | null | undefined)?.version;
        if (typeof version === 'number') {
          void reply.header('etag', `"${version}"`).header('cache-control', 'no-store');
        }
      }),
    );
  }
}

/** For routes that change something only in the version that the caller has read. */
export const NeedsIfMatch = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The `ETag` of what you have read; `*` to change it whatever it is now.',
      schema: { type: 'string', example: '"1"' },
    }),
    ApiPreconditionFailedResponse({
      description: 'Somebody has changed it since; says what was changed.',
      standardSchema: ProblemSchema,
    }),
    ApiResponse({
      status: 428,
      description: '`If-Match` is missing.',
      standardSchema: ProblemSchema,
    }),
  );

/**
 * Reads `If-Match` (RFC 9110, 13.1.1). A weak tag counts as the strong one: proxies that compress make it weak. A tag
 * that this API never gave out matches nothing.
 */
const readIfMatch = (header: string | undefined): Precondition => {
  if (header === undefined || header.trim() === '') throw preconditionRequired();
  if (header.trim() === '*') return 'any';
  return header.split(',').flatMap((tag) => {
    const version = ETAG.exec(tag.trim())?.[1];
    return version === undefined ? [] : [Number(version)];
  });
};

/** What the request's `If-Match` asks for; a request without it is refused (428). */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): Precondition =>
  readIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);
