import type { Schemas } from '@keyholder/api-client';
import { Facts } from '../../ui/facts.tsx';
import { useWords } from '../../words/words.tsx';

const listed = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join(', '));

/** The contact as it was when support was asked. */
export function CaseFacts({ bundle }: { readonly bundle: Schemas['SupportBundle'] }) {
  const words = useWords().desk;
  const { contact, site, carrier, providerCodes } = bundle;
  return (
    <Facts
      facts={[
        [words.contactName, contact.name],
        [words.phone, contact.phone],
        [words.carrier, carrier],
        [words.lineCheck, contact.chip.text],
        [words.status, contact.status.text],
        [words.providerCodes, listed(providerCodes)],
        [words.site, `${site.name} · ${site.accountNumber}`],
      ]}
    />
  );
}
