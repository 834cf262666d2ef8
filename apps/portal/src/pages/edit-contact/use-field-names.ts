import { useWords } from '../../words/words.tsx';

/** What the fields of a contact are called, and how their values read, for sentences about them. */
export const useFieldNames = () => {
  const words = useWords();
  const { contact } = words;
  const names: Readonly<Record<string, string>> = {
    name: contact.name,
    phone: contact.phone,
    email: contact.email,
    emailVerification: contact.emailVerification,
    title: contact.jobTitle,
    slotNumber: contact.slotNumber,
    emergencyContact: contact.emergencyContact,
    language: contact.language,
  };
  return {
    nameOf: (field: string): string => names[field] ?? field,
    shown: (value: string | boolean): string => {
      if (typeof value === 'boolean') return value ? contact.yes : contact.no;
      return value === '' ? words.common.none : value;
    },
  };
};
