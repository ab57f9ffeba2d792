/** The types of `@breejs/later` that the benchmark uses; the package has none. */
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
