import { useState } from 'react';

/** Whether somebody is asked before what they typed is thrown away. */
export interface Discarding {
  readonly asking: boolean;
  /** The window is to be closed: asks where something is typed. */
  readonly onClose: () => void;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** @param leave closes the window, and forgets what was typed */
export const useDiscardQuestion = (changed: boolean, leave: () => void): Discarding => {
  const [asking, setAsking] = useState(false);
  return {
    asking,
    onClose: () => {
      if (changed) setAsking(true);
      else leave();
    },
    onKeep: () => setAsking(false),
    onDiscard: leave,
  };
};
