import type { WorkbookModel } from "../model/workbook-model.js";
import { HostError } from "../protocol/errors.js";
import { bind, type WireObject, type WireType } from "./wire-object.js";

interface SettingTarget {
  readonly book: WorkbookModel;
  readonly key: string;
}

const settingType: WireType<SettingTarget> = {
  name: "Setting",
  id: { name: "_Id", of: ({ key }) => key },
  scalars: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ book, key }) => book.settings.get(key),
      set: ({ book, key }, value) => void book.settings.set(key, value),
    },
    _Id: { get: ({ key }) => key },
  },
  calls: { Delete: ({ book, key }) => (book.settings.delete(key), null) },
};

const settingsType: WireType<WorkbookModel> = {
  name: "SettingCollection",
  items: (book) => [...book.settings.keys()].map((key) => bind(settingType, { book, key })),
  item: (book, key) => {
    if (typeof key !== "string" || !book.settings.has(key)) throw new HostError("ItemNotFound");
    return bind(settingType, { book, key });
  },
  objects: {
    Add: (book, [key, value]) => {
      if (typeof key !== "string") throw new HostError("InvalidArgument");
      book.settings.set(key, value);
      return bind(settingType, { book, key });
    },
    GetItemOrNullObject: (book, [key]) =>
      typeof key === "string" && book.settings.has(key) ? bind(settingType, { book, key }) : null,
  },
  calls: { GetCount: (book) => book.settings.size },
};

export function settings(book: WorkbookModel): WireObject {
  return bind(settingsType, book);
}
