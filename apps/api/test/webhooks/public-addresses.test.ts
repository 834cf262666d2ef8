import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpWebhookSender } from '../../src/adapters/webhooks/http-webhook-sender.ts';
import { mayCall, type Resolve } from '../../src/adapters/public-addresses.ts';

const INSIDE = ['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1',
  '172.31.255.255', '192.0.0.1', '192.168.1.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '::', '::1',
  '::7f00:1', '::ffff:10.0.0.1', '::ffff:127.0.0.1', '64:ff9b::a00:1', '64:ff9b:1::a00:1', '2002:a00:1::', '100::1',
  'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fec0::1', 'ff02::1', '5f00::1', 'no address', '']; // prettier-ignore

describe('addresses that webhooks may call', () => {
  it.each(INSIDE)('not %s', (address) => expect(mayCall(address, false)).toBe(false));
  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1', '::ffff:8.8.8.8'])('%s', (address) =>
    expect(mayCall(address, false)).toBe(true),
  );
  it('this machine where that is set, and still nothing else inside', () => {
    expect(INSIDE.filter((address) => mayCall(address, true))).toEqual([
      '127.0.0.1',
      '127.9.9.9',
      '::1',
      '::ffff:127.0.0.1',
    ]);
  });
});

describe('sending to a name', () => {
  let port: number;
  let calls = 0;
  const server = createServer((_, response) => {
    calls += 1;
    response.end();
  });
  beforeAll(async () => {
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => void server.close());

  const SECRET = `whsec_${Buffer.alloc(32).toString('base64')}`;
  const sendTo = async (host: string, loopbackAllowed: boolean, resolve?: Resolve) => {
    const sender = new HttpWebhookSender(loopbackAllowed, resolve);
    try {
      return await sender.send(`http://${host}:${port}/`, { id: 'a', body: '{}' }, [SECRET], new Date());
    } finally {
      await sender.close();
    }
  };
  const inside = { kind: 'failed', status: null, cause: 'inside_a_network' };

  it.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f000001', '127.1', 'localhost'])(
    'refuses %s',
    async (host) => {
      expect(await sendTo(host, false)).toEqual(inside);
    },
  );

  it('refuses a name of which only one address is inside', async () => {
    const addresses = [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    expect(await sendTo('hooks.example', false, (_, done) => done(null, addresses))).toEqual(inside);
    expect(await sendTo('hooks.example', false, (_, done) => done(null, []))).toEqual(inside);
  });

  it('connects to the address that was checked: the name is looked up once', async () => {
    let lookups = 0;
    const rebinding: Resolve = (_, done) => {
      lookups += 1;
      done(null, [{ address: lookups === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
    };
    expect(await sendTo('hooks.example', true, rebinding)).toEqual({ kind: 'taken', status: 200 });
    expect([lookups, calls]).toEqual([1, 1]);
  });

  it('says what is wrong with an address that does not answer', async () => {
    const nowhere: Resolve = (_, done) => done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
    expect(await sendTo('hooks.example', false, nowhere)).toMatchObject({
      cause: 'no_address',
    });
  });
});
