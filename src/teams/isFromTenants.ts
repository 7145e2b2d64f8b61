import type { Activity } from 'botbuilder';

/** The tenants an activity says it comes from: Teams tells it in two places. */
function tenantsOf({ conversation, channelData }: Activity): string[] {
  const { tenant } = (channelData ?? {}) as { tenant?: { id?: unknown } | null };
  const ids: unknown[] = [conversation.tenantId, tenant?.id];
  return ids.filter((id): id is string => typeof id === 'string');
}

/** Whether all of them are allowed; an activity that names none is nobody's. */
export function isFromTenants(activity: Activity, allowed: readonly string[]): boolean {
  if (allowed.length === 0) return true;
  const tenants = tenantsOf(activity);
  return tenants.length > 0 && tenants.every((tenant) => allowed.includes(tenant.toLowerCase()));
}
