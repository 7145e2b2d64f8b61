const LOCAL_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a host name, as it stands in a URL, means this machine without asking anybody. */
export function isLocalHost(hostname: string): boolean {
  return LOCAL_HOST.test(hostname);
}
