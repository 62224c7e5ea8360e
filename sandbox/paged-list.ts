import * as v from 'valibot';

const CountSchema = v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1));

/** Pages count from 1. */
export const PagingSchema = v.object({ page: v.optional(CountSchema, '1'), size: v.optional(CountSchema, '25') });

export function buildPagedList<T>(items: readonly T[], { page, size }: v.InferOutput<typeof PagingSchema>) {
  const content = items.slice((page - 1) * size, page * size);
  const total_pages = Math.ceil(items.length / size);
  return {
    content,
    number: page,
    size,
    total_elements: items.length,
    total_pages,
    first: page === 1,
    last: page >= total_pages,
    number_of_elements: content.length,
  };
}
