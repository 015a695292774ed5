import { expect, it } from "vitest";
import { decimal } from "../../../src/core/quantity/index.js";

it.each([
  [0.1 + 0.2, "0.3"],
  [1.7976931348623151e308, decimal("1.79769313486232e308").toFixed()],
  [5e-324, decimal("4.94065645841247e-324").toFixed()],
  [-12.949999999999999, "-12.95"],
])("%d as Excel stores it", (number, text) => {
  expect(decimal(number).toFixed()).toBe(text);
});
