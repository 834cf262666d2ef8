import 'reflect-metadata';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.ts';
import { openApiDocument } from './http/openapi-document.ts';
import { LiveChanges } from './ports/live-changes.ts';
import { Readiness } from './ports/readiness.ts';

const unused = (port: unknown) => ({ provide: port as symbol, useValue: null });

/** Stands in for the adapters: describing the API asks them nothing. */
@Global()
@Module({
  providers: [unused(LiveChanges), unused(Readiness)],
  exports: [LiveChanges, Readiness],
})
class NoAdapters {}

@Module({ imports: [NoAdapters, ApiModule] })
class DescribedApi {}

// Prints the OpenAPI document; needs no database and no settings.
const app = await NestFactory.create(DescribedApi, new FastifyAdapter(), { preview: true, logger: false });
process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);
