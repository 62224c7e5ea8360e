/** What pages load without fetch and XMLHttpRequest, frames apart, in the words that both browsers know. */
export const LOADED_TYPES = [
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'ping',
  'media',
  'websocket',
  'other',
] as const;
