/** Cases for each parser that a message, a file or a page can reach. */
export const fuzzCases = 100_000;

/** For the two that are dear a case: few in every run of `npm test`, 100,000 with `npm test -- fuzz`. */
export const dearFuzzCases = Number(process.env.NEWSGLOSS_FUZZ_CASES ?? 2_000);

/** Time for a fuzzing test, milliseconds: far above what it takes. */
export const fuzzTimeout = 7_200_000;
