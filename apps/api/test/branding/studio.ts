import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Schemas } from '@keyholder/api-client';
import { expect, vi } from 'vitest';
import { DEMO } from '../../src/demo/demo-company.ts';
import type { Answer, World } from '../support/world.ts';

type Brand = Schemas['Brand'];
type Edit = Schemas['DraftEdit'];

/** The branding studio of a company, as its admin's browser talks to the API. */
export class Studio {
  constructor(
    readonly world: World,
    readonly email: string = DEMO.people.casey.email,
  ) {}

  async ask<T = unknown>(
    method: string,
    address: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const { world } = this;
    const cookie = await world.sessionOf(this.email);
    const all = { cookie, origin: world.url, ...headers };
    return world.request<T>(method, `/api/v1${address}`, all, body);
  }

  async brand(id: string = DEMO.brandId): Promise<Brand> {
    const answer = await this.ask<Brand>('GET', `/brands/${id}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  }

  async create(name: string): Promise<Brand> {
    const answer = await this.ask<Brand>('POST', '/brands', { name });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body;
  }

  editAt<T = Brand>(version: number, edit: Edit, id: string = DEMO.brandId): Promise<Answer<T>> {
    return this.ask<T>('PATCH', `/brands/${id}/draft`, edit, { 'if-match': `"${version}"` });
  }

  async edit(edit: Edit, id: string = DEMO.brandId): Promise<Brand> {
    const answer = await this.editAt((await this.brand(id)).version, edit, id);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  }

  async publishAnswer<T = Brand>(id: string = DEMO.brandId): Promise<Answer<T>> {
    const { version } = await this.brand(id);
    return this.ask<T>('POST', `/brands/${id}/publish`, undefined, { 'if-match': `"${version}"` });
  }

  /** Publishes and waits until people see it. */
  async publish(id: string = DEMO.brandId): Promise<Brand> {
    const answer = await this.publishAnswer(id);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return this.live(id, answer.body.publishedVersion);
  }

  live(id: string, version: number): Promise<Brand> {
    return vi.waitFor(
      async () => {
        const brand = await this.brand(id);
        expect(brand.liveVersion).toBe(version);
        return brand;
      },
      { timeout: 20_000, interval: 25 },
    );
  }

  /** Sends a file; `content` as it is. */
  async upload<T = Schemas['BrandAsset']>(
    kind: string,
    content: Uint8Array,
    name = 'file',
  ): Promise<Answer<T>> {
    const { world } = this;
    const response = await fetch(`${world.url}/api/v1/brand-files?kind=${kind}&name=${name}`, {
      method: 'POST',
      headers: {
        cookie: await world.sessionOf(this.email),
        origin: world.url,
        'content-type': 'application/octet-stream',
      },
      body: content as Uint8Array<ArrayBuffer>,
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as T };
  }

  async logo(): Promise<string> {
    const file = path.join(import.meta.dirname, '../../../welcome/media/demo/nocturne-light.svg');
    const answer = await this.upload('logo', await readFile(file));
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.id;
  }

  /** Everything that a new brand lacks. */
  async ready(id: string): Promise<Brand> {
    const { senders } = await this.brand(id);
    const free = senders.find(({ usedBy }) => usedBy === null);
    return this.edit({ phone: '(212) 555-0188', logoLight: await this.logo(), sender: free!.sender }, id);
  }

  page(address: string): Promise<Answer<string>> {
    return this.world.request<string>('GET', address, {});
  }
}
