/** The screens about campaigns, which one file loads together. */
import { Route, Switch } from 'wouter';
import { CampaignPage } from './campaign-page.tsx';
import { CAMPAIGNS_PATH, NEW_CAMPAIGN_PATH } from './campaign-paths.ts';
import { CampaignsPage } from './campaigns-page.tsx';
import { EditCampaign, NewCampaign } from './form/campaign-editor.tsx';

export function CampaignsScreens() {
  return (
    <Switch>
      <Route path={`${NEW_CAMPAIGN_PATH}/:from?`}>
        {({ from }) => <NewCampaign key={from ?? ''} copiedFrom={from ?? null} />}
      </Route>
      <Route path={CAMPAIGNS_PATH}>
        <CampaignsPage />
      </Route>
      <Route path={`${CAMPAIGNS_PATH}/:id/editar`}>{({ id }) => <EditCampaign key={id} id={id} />}</Route>
      <Route path={`${CAMPAIGNS_PATH}/:id`}>{({ id }) => <CampaignPage key={id} id={id} />}</Route>
    </Switch>
  );
}
