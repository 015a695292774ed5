import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { cellIn, figureIn, textIn, type Change, type DrawnBook } from "./drawn-book.js";
import { times } from "./figures.js";
import { allRows, headersOf, sheetsOf } from "./rows.js";

/** Another way to say the same; no changes where the book has nothing to say so. */
export interface Equivalent {
  readonly kind: string;
  readonly changes: (book: DrawnBook) => readonly Change[];
  readonly reshape?: (workbook: WorkbookSnapshot) => WorkbookSnapshot;
}

/** Cells whose role is so, said otherwise. */
function retyped(
  kind: string,
  roles: RegExp,
  change: (text: string, book: DrawnBook, role: string) => Omit<Change, "role"> | null,
  fits: (book: DrawnBook) => boolean = () => true,
): Equivalent {
  return {
    kind,
    changes: (book) =>
      !fits(book)
        ? []
        : [...book.places.keys()].flatMap((role): Change[] => {
            if (!roles.test(role) || cellIn(book, role)?.formula) return [];
            const changed = change(textIn(book, role), book, role);
            return changed ? [{ role, ...changed }] : [];
          }),
  };
}

/** A text said otherwise; null where that changes nothing. */
function text(from: RegExp, to: string | ((found: string, ...groups: string[]) => string)) {
  return (said: string): { readonly value: string } | null => {
    const value = typeof to === "string" ? said.replace(from, to) : said.replace(from, to as () => string);
    return value === said ? null : { value };
  };
}

const money =
  / (?:money\.|heading\.|business|upkeep|earmarked|fund\.\w+\.(?:initial|budget|executed)|statement|total\.(?:opening|income|outlay|basic|projects|closing))/;
const zeros =
  /^a1 money\.(?:vehiclePurchase|abroad)|fund\.(?:carryOver|other)\.(?:initial|budget|executed)|statement\[\d+\]\.(?:opening|basic)/;
const isUnsplit = (book: DrawnBook, role: string): boolean => !book.places.has(role.replace(/\.target$/, ".sign"));
const target = / indicators\[\d+\]\.target$/;
const actual = / indicators\[\d+\]\.actual$/;
const wide = (said: string): string =>
  said.replace(/[0-9.%]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

function zeroAs(word: string | null): Equivalent {
  return retyped(`0写成${word ?? "空白"}`, zeros, (_, book, role) =>
    figureIn(book, role) === 0 ? { value: word } : null,
  );
}

function targetAs(
  kind: string,
  from: RegExp,
  to: string | ((found: string, ...groups: string[]) => string),
): Equivalent {
  const say = text(from, to);
  return retyped(kind, target, (said, book, role) => (isUnsplit(book, role) ? say(said) : null));
}

export const equivalents: readonly Equivalent[] = [
  retyped("金额不带两位小数", money, (_, book, role) =>
    figureIn(book, role) === null ? null : { value: figureIn(book, role), format: "General" },
  ),
  retyped("金额带千分位", money, (_, book, role) =>
    figureIn(book, role) === null ? null : { value: figureIn(book, role), format: "#,##0.00" },
  ),
  ...["无", "—", "/", "不适用", null].map(zeroAs),
  retyped("比率写成文字", /\.rate$/, (said) => (/%$/.test(said) ? { value: said } : null)),
  retyped(
    "金额带单位",
    money,
    (said, book, role) => (figureIn(book, role) === null ? null : { value: `${said}万元` }),
    ({ hasFormulas }) => !hasFormulas,
  ),
  retyped("按性质分的0写成无", / by(?:Income|Expenditure)\./, text(/([：:])0万元$/, "$1无")),
  retyped("按性质分的0空着", / by(?:Income|Expenditure)\./, text(/([：:])0万元$/, "$1")),
  retyped("按性质分用全角", / by(?:Income|Expenditure)\./, (said) => ({ value: wide(said) })),
  retyped("按性质分留空格", / by(?:Income|Expenditure)\./, text(/([：:])(\d)/, "$1 $2")),
  targetAs("≥写成>=", /^≥/, ">="),
  targetAs("≥写成不低于", /^≥/, "不低于"),
  targetAs("≥写成不少于", /^≥/, "不少于"),
  targetAs("≥写成以上", /^≥(.*)$/, "$1以上"),
  targetAs("≤写成不超过", /^≤/, "不超过"),
  targetAs("≤写成以内", /^≤(.*)$/, "$1以内"),
  targetAs("目标后空一格", /^([≥≤])(\d+(?:\.\d+)?)(.*)$/, "$1 $2 $3"),
  targetAs("目标用全角", /[0-9.%]/g, (found) => wide(found)),
  targetAs("时限写成点", /(\d{4})年(\d+)月(\d+)日前/, "$1.$2.$3前"),
  targetAs(
    "时限写成横线",
    /(\d{4})年(\d+)月(\d+)日前/,
    (_, year = "", month = "", day = "") => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}前`,
  ),
  retyped("完成值用全角", actual, (said) => (wide(said) === said ? null : { value: wide(said) })),
  retyped("完成值空一格", actual, text(/^(\d+(?:\.\d+)?)(\D+)$/, "$1 $2")),
  retyped("完成值带千分位", actual, text(/^(\d+)(\d{3})(\D+)$/, "$1,$2$3")),
  retyped("完成值带两位小数", actual, text(/^(\d+)%$/, "$1.00%")),
  retyped("完成日期写成点", actual, text(/(\d{4})年(\d+)月(\d+)日/, "$1.$2.$3")),
  retyped("完成日期写成斜线", actual, text(/(\d{4})年(\d+)月(\d+)日/, "$1/$2/$3")),
  retyped("完成日期是日期格", actual, (said) => {
    const [, year, month, day] = /^(\d{4})年(\d+)月(\d+)日$/.exec(said) ?? [];
    if (year === undefined) return null;
    const serial = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
    return { value: serial, format: 'yyyy"年"m"月"d"日"' };
  }),
  retyped(
    "人数空一格带单位",
    /^a1 staff\.(?:quota|actual)$/,
    (said) => ({ value: `${said} 人` }),
    ({ hasFormulas }) => !hasFormulas,
  ),
  retyped(
    "执行率分值写成分",
    / fund\.total\.weight$/,
    (said) => ({ value: `${said}分` }),
    ({ hasFormulas }) => !hasFormulas,
  ),
  retyped("得分带两位小数", / indicators\[\d+\]\.(?:weight|score)$/, (_, book, role) => ({
    value: figureIn(book, role),
    format: "0.00",
  })),
  retyped("没有偏差写成无", / indicators\[\d+\]\.reason$/, (said) => (said === "" ? { value: "无" } : null)),
  retyped("等次带分数", / grade\.word$/, (said, book) => ({ value: `${said}（${textIn(book, "a2 total.score")}分）` })),
  retyped("单位名称带空格", / header\.(?:unit|department)$/, (said) => ({ value: ` ${said}　` })),
  retyped("项目名称带空格", /^a3\S* header\.project$/, (said) => ({ value: `${said.slice(0, 2)} ${said.slice(2)} ` })),
  retyped("年度空一格", / title\.year$/, text(/(20\d\d)年度/, " $1 年度")),
  retyped("填报日期写成横线", / signature\.filedOn$/, text(/(\d{4})年(\d+)月(\d+)日/, "$1-0$2-$3")),
  ...[
    ["只写数字", "$1($2)"],
    ["不加括号", "$1$2分"],
    ["前面编号", "一、$1（$2分）"],
    ["中间换行", "$1\n$2分"],
  ].map(([kind, to]): Equivalent => ({
    kind: `一级指标${kind ?? ""}`,
    changes: (book) =>
      [...new Set(allRows(book).flatMap((row) => headersOf(book, row)))].map((role) => ({
        role,
        value: textIn(book, role).replace(/^(\S+)\s*（(\d+)分）$/, to ?? ""),
      })),
  })),
  {
    kind: "附件1改按元填",
    changes: (book) =>
      book.places.has("a1 unit.money")
        ? [
            { role: "a1 unit.money", value: textIn(book, "a1 unit.money").replace("万元", "元") },
            ...inYuan(book, /^a1 (?:money\.|heading\.|business|upkeep|earmarked)/),
          ]
        : [],
  },
  {
    kind: "附件3改按元填",
    changes: (book) =>
      sheetsOf(book, "a3").flatMap((key) => [
        { role: `${key} unit.money`, value: textIn(book, `${key} unit.money`).replace("万元", "元") },
        ...inYuan(book, new RegExp(`^${key} fund\\.\\w+\\.(?:initial|budget|executed)$`)),
      ]),
  },
  {
    kind: "附件4改按元填",
    changes: (book) =>
      book.places.has("a4 unit.money")
        ? [
            { role: "a4 unit.money", value: textIn(book, "a4 unit.money").replace("万元", "元") },
            ...inYuan(book, /^a4 (?:statement|total)/),
          ]
        : [],
  },
  {
    kind: "工作表改名",
    changes: () => [],
    reshape: (book) => ({
      ...book,
      sheets: book.sheets.map((sheet, index) => ({ ...sheet, name: `表${index + 1}`, id: `表${index + 1}` })),
    }),
  },
  { kind: "工作表倒过来排", changes: () => [], reshape: (book) => ({ ...book, sheets: [...book.sheets].reverse() }) },
];

/** Formulas follow. */
function inYuan(book: DrawnBook, roles: RegExp): readonly Change[] {
  return [...book.places.keys()].flatMap((role): Change[] => {
    const figure = roles.test(role) && !cellIn(book, role)?.formula ? figureIn(book, role) : null;
    return figure === null ? [] : [{ role, value: times(figure, 10_000) }];
  });
}
