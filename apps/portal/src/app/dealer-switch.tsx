import type { Schemas } from '@keyholder/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { Check, ChevronsUpDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { useWords } from '../words/words.tsx';
import { paths } from './paths.ts';
import { switchDealer } from './switch-dealer.ts';

/** Which of several dealers everything is done for. */
export function DealerSwitch({ me }: { readonly me: Schemas['Me'] }) {
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const chosen = me.dealer?.id ?? null;
  return (
    <MenuTrigger>
      <Button
        className="dealer-switch"
        aria-label={`${words.account.actFor} ${me.dealer?.name ?? words.common.none}`}
      >
        <span>{me.dealer?.name ?? words.common.none}</span>
        <ChevronsUpDown aria-hidden />
      </Button>
      <Popover className="popover menu-popover" placement="bottom end">
        <Menu
          className="listbox"
          aria-label={words.account.actFor}
          selectionMode="single"
          selectedKeys={chosen === null ? [] : [chosen]}
          onAction={(key) => {
            void switchDealer(client, String(key)).then(() => navigate(paths.start));
          }}
        >
          {me.dealers.map(({ id, name, company }) => (
            <MenuItem key={id} id={id} textValue={name} className="listbox-item dealer-choice">
              <span>
                {name}
                {me.companies.length !== 1 && <span className="muted small"> {company.name}</span>}
              </span>
              {id === chosen && <Check aria-hidden />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
