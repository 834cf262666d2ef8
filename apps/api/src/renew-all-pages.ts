import 'reflect-metadata';
import { startApplication } from './application.ts';
import { TemplateRenewal } from './publishing/template-renewal.ts';
import { Settings } from './settings.ts';

// Brings the pages of every brand to the templates of this build and says how far it is. May be broken off and started
// again, and run beside publishers. Ends with 1 where a brand could not be rendered.
const settings = Settings.read({ ...process.env, ROLES: 'publisher', PORT: '0' });
const application = await startApplication(settings, {
  logLevels: ['error', 'fatal'],
  renewsTemplates: false,
});
const started = performance.now();
const { total, failed } = await application.app.get(TemplateRenewal).run(({ total: of, done }) => {
  console.log(`${done} of ${of} brands (${((performance.now() - started) / 1000).toFixed(1)} s)`);
});
console.log(`${total} brands, ${failed} failed, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
await application.close();
process.exitCode = failed === 0 ? 0 : 1;
