/** Says on standard error how far a long run is: from the second second on, once a second. */
export function progressOn(
  total: number,
  write: (text: string) => void,
  now: () => number = Date.now,
): (done: number) => void {
  const start = now();
  let last = start + 1000;
  let said = false;
  return (done) => {
    const time = now();
    if (time - last >= 1000 && done < total) {
      write(`已检查 ${done}/${total}\n`);
      last = time;
      said = true;
    }
    if (said && done === total) write(`已检查 ${total}/${total}，用时 ${((time - start) / 1000).toFixed(1)} 秒\n`);
  };
}
