export const texting = {
  title: 'Reminders and quiet hours',
  reminders: 'Reminders',
  reminder: 'Remind contacts who have not answered',
  reminderHint: 'Once, after the welcome text was delivered.',
  quietHours: 'Quiet hours',
  quietIntro:
    'Reminders, imports and programs send nothing meanwhile, by the site’s clock. What one press of Send sends goes at once.',
  quietFrom: 'From',
  quietUntil: 'Until',
  lineChecks: 'Number checks',
  recheck: 'Check numbers again',
  recheckHint: 'Each check costs.',
  never: 'Never',
  saved: 'Saved.',
  stopped: 'No texts go out at the moment.',
  afterDays: (count: number) => (count === 1 ? 'After 1 day' : `After ${count} days`),
  keptBack: (count: number) => `${count} of yours are kept back and go out by themselves.`,
};
