import 'reflect-metadata';
import { seedDemo } from './demo/seed-demo.ts';
import { Settings } from './settings.ts';

// Makes the demo company where it is not there yet; prints how to get in, as one line of JSON.
process.stdout.write(`${JSON.stringify(await seedDemo(Settings.read(process.env)))}\n`);
