import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@keyholder/local-postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { World } from '../support/world.ts';

const HOSTING = path.join(import.meta.dirname, '../../../../infra/hosting');
/** Headers that speak of https only. */
const HTTPS_ONLY = new Set(['strict-transport-security']);

const headersOfNginx = async (): Promise<Map<string, string>> => {
  const text = await readFile(path.join(HOSTING, 'nginx.conf'), 'utf8');
  const found = [...text.matchAll(/add_header (\S+) "?([^"\n]*?)"? always;/gu)];
  return new Map(found.map(([, name = '', value = '']) => [name.toLowerCase(), value]));
};

const headersOfCaddy = async (): Promise<Map<string, string>> => {
  const text = await readFile(path.join(HOSTING, 'Caddyfile'), 'utf8');
  const block = /\theader \{\n([\s\S]*?)\n\t\}/u.exec(text)?.[1] ?? '';
  const found = [...block.matchAll(/^\t\t([A-Z][\w-]+) "?([^"\n]*?)"?$/gmu)];
  return new Map(found.map(([, name = '', value = '']) => [name.toLowerCase(), value]));
};

const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find((file) => existsSync(file));

describe('hosts of the pages', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.stop());

  it('say the same headers: nginx, Caddy and the local server', async () => {
    const [of, caddy] = [await headersOfNginx(), await headersOfCaddy()];
    expect([...of.keys()].toSorted()).toEqual([...caddy.keys()].toSorted());
    const page = await fetch(`${world.url}/riverside/en/`);
    for (const [name, value] of caddy) {
      if (name !== 'cache-control') expect(of.get(name), name).toBe(value);
      if (!HTTPS_ONLY.has(name))
        expect(page.headers.get(name)?.toLowerCase(), name).toBe(value.toLowerCase());
    }
    const asset = /src="(\/assets\/[^"]+)"/u.exec(await page.text())![1]!;
    expect((await fetch(world.url + asset)).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
  });

  it('the local server redirects to the slash, answers ranges, and hides what begins with a dot', async () => {
    const folder = await fetch(`${world.url}/riverside/en`, { redirect: 'manual' });
    expect([301, 302, 308]).toContain(folder.status);
    const film = /<source src="([^"]+)"/u.exec(await (await fetch(`${world.url}/riverside/en/`)).text())![1]!;
    const part = await fetch(world.url + film, { headers: { range: 'bytes=0-99' } });
    expect([part.status, part.headers.get('content-type')]).toEqual([206, 'video/mp4']);
    expect((await fetch(`${world.url}/.published/riverside.json`)).status).toBeGreaterThanOrEqual(403);
  });

  describe.skipIf(nginx === undefined)('nginx, as configured here', () => {
    let folder: string;
    let server: ChildProcess;
    let url: string;
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'keyholder-nginx-'));
      // Its workers run as another user where root starts it.
      await chmod(folder, 0o755);
      await chmod(path.dirname(world.settings.pagesDir), 0o755);
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      const conf = (await readFile(path.join(HOSTING, 'nginx.conf'), 'utf8'))
        .replace('listen 443 ssl http2', `listen 127.0.0.1:${port}`)
        .replace(/^ *ssl_\w+ .*$/gmu, '')
        .replace('/srv/keyholder/pages', world.settings.pagesDir)
        .replace('127.0.0.1:3000', new URL(world.url).host);
      await writeFile(
        path.join(folder, 'nginx.conf'),
        `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {} http {
           client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f;
           uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s; ${conf} }`,
      );
      execFileSync(nginx!, ['-t', '-c', path.join(folder, 'nginx.conf'), '-e', `${folder}/error.log`], {
        stdio: 'pipe',
      });
      server = spawn(nginx!, ['-c', path.join(folder, 'nginx.conf'), '-e', `${folder}/error.log`], {
        stdio: 'ignore',
      });
      await vi.waitFor(async () => expect((await fetch(`${url}/riverside/`)).status).toBe(200), {
        timeout: 15_000,
        interval: 50,
      });
    }, 30_000);
    afterAll(async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    });

    it('serves the pages with their headers and types', async () => {
      const page = await fetch(`${url}/riverside/ar/`);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      for (const [name, value] of await headersOfNginx())
        expect(page.headers.get(name), name).toBe(
          name === 'cache-control' ? 'public, max-age=0, must-revalidate' : value,
        );
      const html = await page.text();
      expect(html).toBe(await (await fetch(`${world.url}/riverside/ar/`)).text());
      for (const [pattern, type] of [
        [/class="logo" src="([^"]+)"/u, 'image/webp'],
        [/<source src="([^"]+)" type/u, 'video/mp4'],
        [/<track kind="captions" src="([^"]+)"/u, 'text/vtt; charset=utf-8'],
      ] as const) {
        const file = await fetch(url + pattern.exec(html)![1]!, { headers: { range: 'bytes=0-9' } });
        expect([file.status, file.headers.get('content-type')]).toEqual([206, type]);
        expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      }
      expect((await fetch(`${url}/riverside/contact.vcf`)).headers.get('content-type')).toMatch(
        /^text\/vcard/u,
      );
    });

    it('forwards the page’s calls, redirects to the slash, hides dots, and has no portal', async () => {
      const call = await fetch(`${url}/api/welcome`, {
        headers: { authorization: `Bearer ${'x'.repeat(22)}` },
      });
      expect(call.status).toBe(404);
      expect(call.headers.get('content-type')).toContain('problem+json');
      const asked = await fetch(`${url}/api/welcome/host-check?challenge=${'0'.repeat(32)}`);
      expect(await asked.json()).toHaveProperty('answer');
      const folder301 = await fetch(`${url}/riverside/en`, { redirect: 'manual' });
      expect(folder301.status).toBe(301);
      for (const hidden of ['/.published/riverside.json', '/portal/', '/api/v1/me', '/preview/x/en/'])
        expect((await fetch(url + hidden)).status, hidden).toBe(404);
    });
  });
});
