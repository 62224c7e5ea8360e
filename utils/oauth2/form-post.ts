/** A POST of a form, with all that the extension says in it; the browser adds its own headers, as to every request. */
export interface FormPost {
  method: 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  body: URLSearchParams;
}

export const getTokenEndpoint = (api_origin: string): string => `${api_origin}/oauth/token`;

/** What is sent and what is shown before: both are made here, so that they are the same. */
export function buildFormPost(url: string, parameters: Readonly<Record<string, string>>): FormPost {
  return {
    method: 'POST',
    url,
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
    },
    body: new URLSearchParams(parameters),
  };
}
