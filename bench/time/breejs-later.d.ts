/** As much of `@breejs/later`, which brings no types, as the benchmark asks of it. */
declare module '@breejs/later' {
  interface Schedule {
    isValid(at: Date): boolean;
    nextRange(count: 1, from: Date): [Date, Date] | 0;
  }
  const later: {
    readonly date: { localTime(): void };
    schedule(definition: { schedules: readonly { h: readonly number[] }[] }): Schedule;
  };
  export = later;
}
