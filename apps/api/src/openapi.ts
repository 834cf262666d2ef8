import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AdaptersModule } from './adapters.module.ts';
import { ApiModule } from './api.module.ts';
import { openApiDocument } from './http/openapi-document.ts';

@Module({ imports: [AdaptersModule.empty(), ApiModule] })
class DescribedApi {}

// Prints the OpenAPI document; needs no database and no settings.
const app = await NestFactory.create(DescribedApi, new FastifyAdapter(), { preview: true, logger: false });
process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);
