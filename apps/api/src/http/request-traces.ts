import { context, SpanKind, SpanStatusCode, type Attributes } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { KnownRequest } from './access.ts';
import { beginTrace, type Begun } from '../tracing/spans.ts';
import { newTrace, traceFrom, traceIdNow } from '../tracing/trace-context.ts';

const traces = new WeakMap<FastifyRequest, Begun>();

/** The id of the request's trace, 32 hexadecimal digits: for answers, and for support to find its log lines. */
export const traceIdOf = (request: FastifyRequest): string =>
  traceIdNow(traces.get(request)?.within ?? newTrace()) ?? '';

/** A callback of the provider has the trace of the request that it answers in its address. */
const CALLBACK = /^\/webhooks\/twilio\/status\?/u;

const traceparentOf = ({ headers, url, query }: FastifyRequest): unknown =>
  headers['traceparent'] ?? (CALLBACK.test(url) ? (query as { trace?: unknown }).trace : undefined);

/** Whose request it was, by id. */
const tenantOf = (request: FastifyRequest): Attributes => {
  const { caller, companyCaller, linkHolder } = request as KnownRequest;
  const tenant = caller?.tenant ?? companyCaller?.tenant ?? linkHolder?.tenant;
  if (tenant === undefined) return {};
  const { companyId, dealerId } = tenant;
  return {
    'keyholder.company.id': companyId,
    ...(dealerId === null ? {} : { 'keyholder.dealer.id': dealerId }),
  };
};

/**
 * Gives every request a trace, the one that its `traceparent` names or a new one, and what is done for it a place in
 * that. Before every other hook. Of the address only the route's pattern is kept: a link's token or a number may be in it.
 */
export const traceRequests = (server: FastifyInstance): void => {
  server.addHook('onRequest', (request, _reply, done) => {
    const { method } = request;
    const route = request.routeOptions.url;
    const attributes = {
      'http.request.method': method,
      ...(route === undefined ? {} : { 'http.route': route }),
    };
    const name = route === undefined ? method : `${method} ${route}`;
    const begun = beginTrace({ name, kind: SpanKind.SERVER, attributes }, traceFrom(traceparentOf(request)));
    traces.set(request, begun);
    context.with(begun.within, done);
  });
  // Reading the body leaves it: what follows runs for the connection's reader.
  server.addHook('preValidation', (request, _reply, done) => {
    const begun = request.body === undefined ? undefined : traces.get(request);
    if (begun === undefined) done();
    else context.with(begun.within, done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    const span = traces.get(request)?.span;
    if (span?.isRecording() === true) {
      span.setAttributes({ 'http.response.status_code': reply.statusCode, ...tenantOf(request) });
      if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    }
    done();
  });
};
