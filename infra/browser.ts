import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Chrome's own chatter with its maker's servers is off; the tests' traffic is the tests'. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
];

/** The one that npm brings along; a browser for Linux on x64 only, so elsewhere one has to be installed. */
const packaged = async (): Promise<{ path: string; args: string[] } | null> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return {
    path: await sparticuz.executablePath(),
    args: sparticuz.args.filter((arg) => arg !== '--single-process'),
  };
};

/**
 * Starts a headless Chromium: `CHROMIUM_PATH`, else an installed Chromium or Chrome, else the one from npm.
 * @returns null where this machine has none that starts; the caller says so.
 * @throws when `CHROMIUM_PATH` is set and cannot be started, and in CI, where no check may be left out.
 */
export const launchBrowser = async (): Promise<Browser | null> => {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted !== undefined && wanted !== '')
    return chromium.launch({ executablePath: wanted, args: ARGUMENTS });
  const problems: unknown[] = [];
  for (const executablePath of INSTALLED.filter((path) => existsSync(path))) {
    try {
      return await chromium.launch({ executablePath, args: ARGUMENTS });
    } catch (error) {
      problems.push(error);
    }
  }
  try {
    const found = await packaged();
    if (found !== null)
      return await chromium.launch({ executablePath: found.path, args: [...found.args, ...ARGUMENTS] });
  } catch (error) {
    problems.push(error);
  }
  if (process.env['CI'] === 'true') {
    throw new AggregateError(problems, 'No Chromium starts here; set CHROMIUM_PATH or install chromium.');
  }
  return null;
};
