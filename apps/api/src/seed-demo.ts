import 'reflect-metadata';
import { seedDemo } from './demo/seed-demo.ts';
import { seedShowcase } from './demo/showcase.ts';
import { Settings } from './settings.ts';

// Makes the demo companies where they are not there yet; prints how to get in, as one line of JSON.
const settings = Settings.read(process.env);
const access = await seedDemo(settings);
const admins = await seedShowcase(settings, access.signIn.password);
process.stdout.write(`${JSON.stringify({ ...access, otherPeople: [...access.otherPeople, ...admins] })}\n`);
