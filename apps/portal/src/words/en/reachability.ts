export const reachability = {
  canBeTexted: (reachable: number, contacts: number) => `${reachable} of ${contacts} can be texted now`,
  noContacts: 'No contacts yet',
  met: (minimum: number) => `Minimum of ${minimum} met`,
  missing: (missing: number, minimum: number) => `${missing} more needed (minimum ${minimum})`,
  explained:
    'Can be texted now: emergency contacts who confirmed, did not opt out, and whose last text did not fail.',
};
