import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { Finding } from '../../api/brands.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import type { Studio } from './use-studio.ts';
import { useBrandingWords } from './words/use-branding-words.ts';

const ICONS = { red: CircleAlert, amber: TriangleAlert, green: CircleCheck } as const;
const ORDER = ['red', 'amber', 'green'] as const;

interface CheckSectionProps {
  readonly studio: Studio;
  /** Opens the section that holds a field, and moves there. */
  readonly onGoTo: (field: string) => void;
}

/** What was found about the draft, the worst first, each with what to do. */
export function CheckSection({ studio, onGoTo }: CheckSectionProps) {
  const words = useBrandingWords();
  const findings: readonly Finding[] = ORDER.flatMap((level) =>
    studio.brand.findings.filter((finding) => finding.level === level),
  );
  return (
    <>
      <p className="muted">{words.checkIntro}</p>
      <ul className="findings">
        {findings.map(({ level, code, field, message, action }) => {
          const Icon = ICONS[level];
          return (
            <li key={`${code} ${field}`} className={`finding finding-${level}`}>
              <Icon aria-hidden />
              <div>
                <p>
                  <span className="visually-hidden">{words.levels[level]}: </span>
                  {message}
                </p>
                {action !== '' && <p className="muted">{action}</p>}
              </div>
              {field !== null && (
                <ActionButton tone="quiet" onPress={() => onGoTo(field)}>
                  {words.goTo}
                </ActionButton>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
