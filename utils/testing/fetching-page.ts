import { armPage } from '@/utils/injection/arm-page';
import { ARMED_NAVIGATION, buildRealm, PAGE_URL } from './fake-realm';

/** A page's window after the page script, with what its native fetch was called with. */
export function openPage(navigation?: typeof ARMED_NAVIGATION, rejections = 0) {
  const calls: { self: unknown; args: unknown[] }[] = [];
  const answer = Promise.resolve(new Response('native'));
  function fetch(this: unknown, ...args: unknown[]) {
    calls.push({ self: this, args });
    const body: unknown = Object.getOwnPropertyDescriptor(Object(args[1]), 'body')?.value;
    if (body instanceof ReadableStream) body.getReader();
    return calls.length > rejections ? answer : Promise.resolve(new Response('rejected', { status: 401 }));
  }
  const realm = buildRealm({ fetch, ...(navigation && { navigation }) });
  armPage(realm);
  /** Calls the page's fetch as untyped JavaScript would, and tells what the native one got. */
  const call = (...args: unknown[]): unknown[] => {
    void Reflect.apply(realm.fetch, realm, args);
    return calls.at(-1)?.args ?? [];
  };
  return { realm, calls, call, answer };
}

export const openArmedPage = () => openPage(ARMED_NAVIGATION);
/** The request that the browser would make of these arguments. */
export const toRequest = ([url, init]: unknown[]): Request =>
  new Request(url instanceof Request ? url : new URL(String(url), PAGE_URL), Object(init));
