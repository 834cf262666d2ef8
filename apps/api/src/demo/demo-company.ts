/** The demo company: made up, with numbers that the local sandbox plays. */
export const DEMO = {
  companyId: '019ac000-0000-7000-8000-000000000001',
  brandId: '019ac000-0000-7000-8000-000000000002',
  dealerId: '019ac000-0000-7000-8000-000000000003',
  company: 'Riverside Security Group',
  dealer: 'Riverside Alarm – North',
  brand: { key: 'riverside', name: 'Riverside Alarm', phone: '+12125550199', spareSender: '+12125550196' },
  /** One of each role; `robin` is who the tour signs in as. */
  people: {
    robin: { name: 'Robin Reyes', email: 'robin@riverside.example', role: 'dealer_admin' },
    jamie: { name: 'Jamie Ito', email: 'jamie@riverside.example', role: 'dealer_user' },
    casey: { name: 'Casey Morgan', email: 'casey@riverside.example', role: 'company_admin' },
    sam: { name: 'Sam Okafor', email: 'sam@keyholder.example', role: 'support' },
  },
  /** A second dealer, so that the company's admin has a choice. */
  otherDealer: {
    id: '019ac000-0000-7000-8000-000000000004',
    name: 'Riverside Alarm – South',
    site: {
      id: '019ac000-0000-7000-8000-000000000014',
      name: 'Bayside Bakery',
      accountNumber: 'RS-1007',
      subscriberName: 'Noor Haddad',
      address: '5 Marina Way, Springfield',
    },
  },
  sites: [
    {
      id: '019ac000-0000-7000-8000-000000000011',
      name: 'Ortiz Market',
      accountNumber: 'RA-4471',
      subscriberName: 'Dana Ortiz',
      address: '218 Canal Street, Springfield',
      contacts: [],
    },
    {
      id: '019ac000-0000-7000-8000-000000000012',
      name: 'Lakeside Dental',
      accountNumber: 'RA-4502',
      subscriberName: 'Dr. Priya Raman',
      address: '12 Shore Road, Springfield',
      contacts: [
        {
          id: '019ac000-0000-7000-8000-000000000021',
          name: 'Priya Raman',
          phone: '(212) 555-0101',
          title: 'Owner',
          slotNumber: 1,
        },
        {
          id: '019ac000-0000-7000-8000-000000000022',
          name: 'Marcus Bell',
          phone: '(303) 555-0100',
          title: 'Manager',
          slotNumber: 2,
        },
      ],
    },
    {
      id: '019ac000-0000-7000-8000-000000000013',
      name: 'Harbor Storage',
      accountNumber: 'RA-4519',
      subscriberName: 'Harbor Storage LLC',
      address: '90 Pier Avenue, Springfield',
      contacts: [],
    },
  ],
} as const;

/** What the demo company decided about its brand. */
export const DEMO_BRAND = {
  key: DEMO.brand.key,
  edit: {
    name: DEMO.brand.name,
    phone: DEMO.brand.phone,
    website: 'https://riverside.example',
    privacyUrl: 'https://riverside.example/privacy',
    termsUrl: 'https://riverside.example/terms',
    colour: '#0b5d7a',
  },
} as const;
