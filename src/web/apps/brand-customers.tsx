/** The customers in the brand's app: the list, a profile, and the form. */
import { useState } from 'react';
import { EditCustomerScreen, NewCustomerScreen } from '#web/customers/edit/customer-form-screen.tsx';
import { PortfolioScreen } from '#web/customers/portfolio-screen.tsx';
import { ProfileScreen } from '#web/customers/profile-screen.tsx';
import type { CustomerFilter } from '#web/shell/api/customers.ts';

/** `id` empty: the list; `novo`: a new customer. */
export function BrandCustomers({ id, isEdited }: { readonly id: string; readonly isEdited: boolean }) {
  if (id === '') return <CustomerList />;
  if (id === 'novo') return <NewCustomerScreen />;
  if (isEdited) return <EditCustomerScreen key={id} id={id} />;
  return <ProfileScreen key={id} id={id} backTo="portfolio" />;
}

function CustomerList() {
  const [filter, setFilter] = useState<CustomerFilter>({ query: '', portfolio: 'store', quietForDays: 0 });
  return <PortfolioScreen filter={filter} onFilter={setFilter} currentId={null} />;
}
