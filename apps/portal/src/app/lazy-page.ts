import type { ComponentType } from 'react';

/** A route's page that is loaded when it is opened. @param load imports the page's file @param name of its component */
export const lazyPage =
  <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  async (): Promise<{ Component: ComponentType }> => ({ Component: (await load())[name] });
