import { Module } from '@nestjs/common';
import { ApiKeysController } from './api-keys.controller.ts';
import { CreateApiKeyHandler } from './commands/create-api-key.ts';
import { RevokeApiKeyHandler } from './commands/revoke-api-key.ts';
import { ListApiKeysHandler } from './queries/list-api-keys.ts';

@Module({
  controllers: [ApiKeysController],
  providers: [CreateApiKeyHandler, RevokeApiKeyHandler, ListApiKeysHandler],
})
export class ApiKeysModule {}
