/**
 * The screens about stores, which one file loads together: the seller's first load names every file that loads later, so
 * that each further file would make the first load larger.
 */
import { Route, Switch } from 'wouter';
import { listHref } from '#web/shell/address-filter/address-filter.ts';
import { NewStorePage } from './new-store-page.tsx';
import { OwnStorePage } from './own-store-page.tsx';
import { StorePage } from './store-page.tsx';
import { NEW_STORE_PATH, OWN_STORE_PATH, STORES_PATH } from './store-paths.ts';
import { StoresPage } from './stores-page.tsx';
import { useStoresWords } from './stores-words.ts';

export function StoresScreens() {
  const t = useStoresWords();
  return (
    <Switch>
      <Route path={OWN_STORE_PATH}>
        <OwnStorePage />
      </Route>
      <Route path={NEW_STORE_PATH}>
        <NewStorePage />
      </Route>
      <Route path={STORES_PATH}>
        <StoresPage />
      </Route>
      <Route path={`${STORES_PATH}/:id`}>
        {({ id }) => <StorePage key={id} id={id} back={{ href: listHref(STORES_PATH), label: t.stores }} mayClose />}
      </Route>
    </Switch>
  );
}
