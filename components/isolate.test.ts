import { expect, it } from 'vitest';
import { isolate } from './isolate';

it('What is written in the direction of the texts is put into a sentence as it is', () => {
  expect(isolate('https://api.example')).toBe('https://api.example');
});

it('What is written in the other direction keeps to itself', () => {
  expect(isolate('خادم (1)')).toBe('\u2068خادم (1)\u2069');
});
