const digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** 1 to 99 in Chinese numerals; larger ones in Arabic digits, which no outline reaches. */
export function chineseNumber(number: number): string {
  if (number < 10) return digits[number] ?? String(number);
  if (number >= 100) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens === 1 ? "" : digits[tens]}十${ones === 0 ? "" : digits[ones]}`;
}

/** `sample` shows how the number one is written: 一、 · （一） · 1. · 一是 · 第一， */
export function numbered(sample: string, number: number): string {
  return sample.includes("一") ? sample.replace("一", chineseNumber(number)) : sample.replace("1", String(number));
}
