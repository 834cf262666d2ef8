import { useWords } from '../../words/words.tsx';

/** Codes that are shown this once. */
export function BackupCodes({ codes }: { readonly codes: readonly string[] }) {
  const words = useWords().account;
  return (
    <div>
      <h3>{words.backupCodes}</h3>
      <p className="muted">{words.backupCodesIntro}</p>
      <ul className="backup-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
