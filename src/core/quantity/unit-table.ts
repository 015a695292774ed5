import { type Decimal, decimal } from "./decimal.js";
import type { Unit } from "./unit.js";

/** dimension → base → [symbol, factor to base, other spellings]. Factors are exact. */
const measures: readonly (readonly [
  dimension: string,
  base: string,
  units: readonly (readonly [string, string, ...string[]])[],
])[] = [
  [
    "money",
    "万元",
    [
      ["元", "0.0001", "块钱", "RMB", "圆", "人民币"],
      ["万元", "1"],
      ["亿元", "10000"],
      ["角", "0.00001"],
    ],
  ],
  [
    "money:USD",
    "万美元",
    [
      ["美元", "0.0001", "美金"],
      ["万美元", "1"],
      ["亿美元", "10000"],
    ],
  ],
  [
    "money:EUR",
    "万欧元",
    [
      ["欧元", "0.0001"],
      ["万欧元", "1"],
    ],
  ],
  [
    "money:HKD",
    "万港元",
    [
      ["港元", "0.0001", "港币"],
      ["万港元", "1"],
    ],
  ],
  [
    "share",
    "%",
    [
      ["%", "1", "百分比", "﹪"],
      ["‰", "0.1", "千分比"],
    ],
  ],
  [
    "points",
    "个百分点",
    [
      ["个百分点", "1", "百分点"],
      ["个千分点", "0.1", "千分点"],
    ],
  ],
  [
    "land",
    "亩",
    [
      ["亩", "1"],
      ["公顷", "15", "hm2", "ha"],
    ],
  ],
  [
    "area",
    "㎡",
    [
      ["㎡", "1", "平方米", "平米", "平方", "m2", "m²", "M2", "M²"],
      ["平方公里", "1000000", "平方千米", "km2", "km²", "k㎡", "㎢"],
      ["平方厘米", "0.0001"],
    ],
  ],
  [
    "length",
    "米",
    [
      ["米", "1", "m"],
      ["公里", "1000", "km", "KM", "Km"],
      ["千米", "1000"],
      ["华里", "500"],
      ["分米", "0.1"],
      ["厘米", "0.01", "cm", "CM", "公分"],
      ["毫米", "0.001", "mm", "MM"],
    ],
  ],
  [
    "volume",
    "立方米",
    [
      ["立方米", "1", "m3", "m³", "方", "立方", "M3", "方水"],
      ["升", "0.001", "L"],
      ["毫升", "0.000001", "ml", "mL", "ML"],
    ],
  ],
  [
    "mass",
    "公斤",
    [
      ["公斤", "1", "kg", "KG", "Kg"],
      ["千克", "1"],
      ["吨", "1000", "t"],
      ["斤", "0.5"],
      ["克", "0.001", "g"],
      ["毫克", "0.000001", "mg"],
      ["公担", "100"],
    ],
  ],
  [
    "duration",
    "分钟",
    [
      ["分钟", "1", "分钟/次", "min"],
      ["小时", "60", "个小时", "h"],
      ["天", "1440", "日", "个自然日", "自然日"],
      ["周", "10080", "个星期", "星期", "个周"],
      ["秒", "0.0166666666666666666666666666666666666667", "秒钟", "s"],
    ],
  ],
  [
    "calendar",
    "月",
    [
      ["月", "1", "个月"],
      ["季度", "3", "个季度", "季"],
      ["半年", "6"],
      ["年", "12", "周年", "个年度", "年度"],
    ],
  ],
  ["workday", "工作日", [["工作日", "1", "个工作日", "个工作天"]]],
  [
    "people",
    "人",
    [
      ["人", "1", "个人"],
      ["名", "1"],
      ["位", "1"],
    ],
  ],
  ["visits", "人次", [["人次", "1", "人(次)", "人·次", "人/次"]]],
  ["energy", "千瓦时", [["千瓦时", "1", "kWh", "KWH", "kwh"]]],
  [
    "power",
    "千瓦",
    [
      ["千瓦", "1", "kW", "KW", "kw"],
      ["兆瓦", "1000", "MW"],
    ],
  ],
  [
    "data",
    "GB",
    [
      ["GB", "1"],
      ["TB", "1024"],
      ["MB", "0.0009765625"],
    ],
  ],
  [
    "density:air",
    "微克/立方米",
    [
      ["微克/立方米", "1", "μg/m³", "μg/m3", "ug/m3", "ug/m³", "µg/m3", "µg/m³"],
      ["毫克/立方米", "1000", "mg/m3", "mg/m³"],
    ],
  ],
  [
    "density:water",
    "mg/L",
    [
      ["mg/L", "1", "mg/l", "毫克/L"],
      ["毫克/升", "1"],
    ],
  ],
  ["temperature", "℃", [["℃", "1", "摄氏度"]]],
];

/** Things that are counted; each is its own dimension. */
const counters =
  "个 支 场次 场 期 户 次 件 项 家 台 套 份 种 例 起 篇 册 本 条 处 座 栋 幢 间 所 辆 艘 架 部 张 幅 块 株 棵 粒 头 只 羽 尾 枚 瓶 袋 箱 盒 包 批 组 队 班 届 节 课时 学时 课 门 轮 站 点 眼 口 井 孔 盏 盘 片 颗 根 段 级 分 倍 宗 案 单 笔 票 字 万字 行 页 版 讲 集 首 出 台次 车次 辆次 架次 床 床日 张床 桌 村 乡镇 镇 县 区 社区 街道 个村 行政村 人天 人日 人月 户次 家次 场景 类 大类 款 对 双 层 排 道 封 顶 副 尊 樽 面 匹 亩次 件次 项次 例次 批次 频次 班次 趟 遍 回 岁 代 户数 元素 分贝 dB 吨公里 标段 标准箱 席 帧 令 担 桶 罐 筐 捆 束 垛 环 阶段 步 方面 点位 学期 周岁 个样本 样本 台套 人份 剂 剂次 针 针次 星级 星 吨标准煤 吨标煤 千克标准煤 度 系列 子项 门次 篇次 门课 门课程 所学校".split(
    " ",
  );

function build(): ReadonlyMap<string, Unit> {
  const table = new Map<string, Unit>();
  for (const symbol of counters) {
    table.set(symbol, { symbol, dimension: symbol, base: symbol, factor: decimal(1) });
  }
  for (const [dimension, base, units] of measures) {
    for (const [symbol, factor, ...spellings] of units) {
      const unit: Unit = { symbol, dimension, base, factor: decimal(factor) };
      for (const name of [symbol, ...spellings]) table.set(name, unit);
    }
  }
  return table;
}

/** Every spelling we know, with its unit. */
export const knownUnits: ReadonlyMap<string, Unit> = build();

/** Below the line of a compound unit a span of time counts per year: 次/月 is 12 次/年. */
export const periodsPerYear: ReadonlyMap<string, Decimal> = new Map(
  (
    [
      ["年", 1],
      ["半年", 2],
      ["季度", 4],
      ["月", 12],
      ["周", 52],
      ["天", 365],
    ] as const
  ).map(([symbol, times]) => [symbol, decimal(times)]),
);
