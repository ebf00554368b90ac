/** Cases for each parser: few in every run of `npm test`, 100,000 with `npm test -- fuzz`. */
export const fuzzCases = Number(process.env.NEWSGLOSS_FUZZ_CASES ?? 2_000);

/** Time for a fuzzing test, milliseconds: far above what it takes. */
export const fuzzTimeout = 7_200_000;
