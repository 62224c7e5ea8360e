/**
 * Measures each contestant once per round, in turns (A B C, B C A, C A B, …): none is always first, and none but of two
 * ever follows itself, with what it needs still in the processor's caches. Answers the samples of each, in the order of
 * the rounds. Those of the first rounds, in which code is still being compiled, are dropped.
 */
export async function takeTurns<Name extends string, Sample>(
  contestants: readonly Name[],
  { rounds, warmUps }: { rounds: number; warmUps: number },
  measure: (contestant: Name) => Promise<Sample>,
): Promise<Record<Name, Sample[]>> {
  const samples = Object.fromEntries(contestants.map((name) => [name, []])) as unknown as Record<Name, Sample[]>;
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const first = round % contestants.length;
    for (const name of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      const sample = await measure(name);
      if (round >= warmUps) samples[name].push(sample);
    }
  }
  return samples;
}
