import { z } from "zod";

/**
 * The scoring profile of a pack: how targets are read where they leave something open, and how scores are
 * made. Numbers are exact decimals in YAML's notation; shares are in per cent, weights and scores in 分.
 */
const words = z.array(z.string().min(1)).default([]);
const direction = z.enum([">=", "<=", "="]);
const share = z.number().min(0).max(100);
const points = z.number().min(0);

/** Half-open steps from above: the first whose `from` is reached counts. */
const step = z.strictObject({ from: z.number(), score: points });

const execution = z.strictObject({
  /** 分值 where the form prints none. */
  weight: points,
  /** `ratio`: w × min(1, B/A). `steps`: the score of the step that the rate in per cent reaches. */
  method: z.enum(["ratio", "steps"]),
  steps: z.array(step).default([]),
});

const group = z.strictObject({
  id: z.string(),
  labels: z.array(z.string()).min(1),
  /** Null where the profile leaves it open (a group that some forms do not have). */
  weight: points.nullable(),
  required: z.boolean(),
  /** Labels of level-2 groups that a full form shows. */
  level2: words,
});

const comparisons = z.strictObject({
  /** Before the number: 不少于, 至少. */
  atLeast: words,
  atMost: words,
  equal: words,
  /** After it: 以上; 以内, 以下. */
  atLeastAfter: words,
  atMostAfter: words,
  /** 控制在 … (以内 may be missing). */
  keptWithin: words,
  /** 约, 近 before, 左右, 余 after. */
  about: words,
  aboutAfter: words,
  more: words,
  moreAfter: words,
  increase: words,
  decrease: words,
  /** Joined to a change it names the state reached: 提升到95%. */
  reaching: words,
  /** 由80%提升到95% */
  from: words,
  each: words,
  zero: words,
  /** 第, 前 before a rank: 前10名. */
  ordinal: words,
});

const targets = z.strictObject({
  comparisons,
  /** Written, and means nothing. */
  nothing: words,
  /** Left over from the blank form. */
  placeholders: words,
  /** Words with a numeral inside that is no number: 一次性, 三公经费. */
  phrases: words,
  /** A Chinese numeral with one of these before more words is part of a name: 四项制度. */
  attributiveCounters: words,
  ageUnits: words,
  /** Money where only 万 or 亿 is printed and the name speaks of money. */
  moneyWords: words,
  /** In 实际完成值 they speak of a plan, not of what was done. */
  planned: words,
  /** A name that begins so asks yes or no; a bare number there is no target. */
  yesNoNames: words,
  /** Counters that stand for any other: 个. */
  genericCounters: words,
  /** Counters that people use for one another: 次, 场, 场次. */
  likeCounters: z.array(z.array(z.string().min(1)).min(2)).default([]),
  /** 无 or 零 before one of the words for what should not happen is a target of 0. */
  noneOfBad: z.enum(["zero", "words"]),
  /** What should not happen, beside `directions.lowerIsBetter`: 零死亡, 无拖欠. */
  noneWords: words,
});

const directions = z.strictObject({
  /** A bare number of an indicator that nothing below speaks of. */
  default: direction,
  groups: z.array(z.strictObject({ labels: words, direction })),
  /** Names for which less is better, under any group, unless an exception is in the name too. */
  lowerIsBetter: z.strictObject({ words, except: words }),
  /** Names under a cost group for which more is better: 节约率. */
  higherIsBetter: words,
  /** 补助标准: a grant is paid as set. */
  standard: z.strictObject({ words, grants: words }),
  /** Names that state a fact and set no bound. */
  stated: words,
  /** Spans of time for these names or groups: the shorter the better. */
  shorterIsBetter: z.strictObject({ words, groups: words, except: words }),
});

const dates = z.strictObject({
  /** 9月前: does it end with August or with September? */
  monthBefore: z.enum(["previous-month", "same-month"]),
  /** What a month named as done counts as. */
  doneMonth: z.enum(["last-day", "first-day"]),
  /** A year right behind one of `before`, or with one of `after` close behind it, is told beside the year under review. */
  otherYears: z.strictObject({ before: words, after: words }),
  words: z.strictObject({
    before: words,
    within: words,
    end: words,
    monthStart: words,
    /** Name → its last day. */
    spans: z.array(
      z.strictObject({
        labels: words,
        month: z.int().min(1).max(12),
        day: z.int().min(1).max(31),
        /** How many months the span covers; 0 for a point in time such as 年底. */
        months: z.int().min(0).max(12),
      }),
    ),
    nextYear: words,
    thisYear: words,
    months: z.array(z.strictObject({ labels: words, day: z.int().min(1).max(31) })),
  }),
});

/** What a method is called and what it rests on; no text of a regulation is named that was not seen. */
const method = z.strictObject({
  label: z.string(),
  source: z.strictObject({ kind: z.enum(["form", "arithmetic", "practice"]), note: z.string() }),
});

const level = z.strictObject({
  id: z.enum(["reached", "partly", "missed"]),
  label: z.string(),
  /** Per cent of the weight. */
  high: share,
  low: share,
  words,
});

const scoringSchema = z.strictObject({
  version: z.literal(1),
  name: z.string(),
  source: z.string(),
  /** Kinds of annexes that are scored. */
  annexes: z.array(z.string()).min(1),
  /** Sum of all weights. */
  total: points,
  execution,
  groups: z.array(group).min(1),
  targets,
  directions,
  dates,
  methods: z.strictObject({
    execution: method,
    positive: method,
    reverse: method,
    equal: method,
    range: method,
    date: method,
    level: method,
    open: method,
  }),
  quantitative: z.strictObject({
    /** `threshold`: under `from` per cent 0, above w × (rate − from) / (100 − from). */
    method: z.enum(["proportional", "threshold"]),
    threshold: z.strictObject({ from: share }),
    /** V ≠ T where T is an exact figure. `all-or-nothing` gives 0. */
    equal: z.enum(["proportional", "all-or-nothing"]),
    outsideRange: z.enum(["proportional", "zero"]),
    /** A date that is missed. `person`: the score stays open between 0 and w. */
    late: z.enum(["person", "zero"]),
  }),
  overAchievement: z.strictObject({
    /** Over by this share of the target: a reason is asked. */
    mark: z.number().min(0),
    deduct: points,
  }),
  magnitude: z.strictObject({ high: z.number().positive(), low: z.number().positive() }),
  qualitative: z.strictObject({ levels: z.array(level).length(3) }),
  /** Caps of the total by the execution rate in per cent; the first step reached counts. Empty: off. */
  caps: z.array(z.strictObject({ below: z.number(), total: points })).default([]),
  grades: z.array(z.strictObject({ word: z.string(), synonyms: words, from: points })).min(1),
  rounding: z.strictObject({ decimals: z.int().min(0).max(6) }),
  /** Word lists by name, for rules: `profile.lexicon.done`. */
  lexicon: z.record(z.string(), z.array(z.string().min(1))).default({}),
  tolerance: z.strictObject({
    passes: points,
    info: points,
    /** Where every filed score of a sheet is a whole number. */
    whole: points,
  }),
});

export { scoringSchema };

/** Checked content of a pack's `scoring.yaml`. */
export type ScoringProfile = z.infer<typeof scoringSchema>;
export type BareDirection = z.infer<typeof direction>;
export type LevelId = z.infer<typeof level>["id"];
