import { beforeAll, describe, expect, test } from "vitest";
import { cleanBooks } from "./books.js";
import { changed, type DrawnBook } from "./drawn-book.js";
import { equivalents } from "./equivalents.js";
import { seriousFindings } from "./measure.js";

let books: readonly DrawnBook[];

beforeAll(async () => {
  books = await cleanBooks();
}, 60_000);

describe("换一种写法，说的还是同样的事，一声不响", () => {
  test.each(equivalents.map((equivalent, index) => [equivalent.kind, equivalent, index] as const))(
    "%s",
    (_, { changes, reshape }, index) => {
      const fitting = books.flatMap((book) => {
        const made = changes(book);
        return made.length > 0 || reshape ? [{ book, made }] : [];
      });
      expect(fitting.length).toBeGreaterThan(0);
      // Not every way in every book: they take turns.
      const turn = fitting.filter((_, at) => process.env["SLIPS"] !== undefined || at % 3 === index % 3);
      const told = (turn.length > 0 ? turn : fitting).flatMap(({ book, made }) => {
        const workbook = changed(book, made);
        return seriousFindings(reshape ? reshape(workbook) : workbook, book).map(
          ({ id, subject, message }) => `${book.name}｜${id} ${subject} ${message}`,
        );
      });
      expect(told).toEqual([]);
    },
  );
});
