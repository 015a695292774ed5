import { readCommand } from "./arguments.js";
import { sayFailure, type Console } from "./console.js";
import { help } from "./help.js";

/** Runs one call of the command line; the result is the exit status. Commands load what they need, so that a start is quick. */
export async function run(argv: readonly string[], console: Console, version: string): Promise<number> {
  const command = readCommand(argv);
  if (!command.ok) {
    sayFailure(console, command.failure);
    return 2;
  }
  switch (command.value.name) {
    case "help":
      console.out(help);
      return 0;
    case "version":
      console.out(`annex ${version}\n`);
      return 0;
    case "check":
      return (await import("./commands/check.js")).runCheck(command.value, console, version);
    case "score":
      return (await import("./commands/score.js")).runScore(command.value, console);
    case "narrate":
      return (await import("./commands/narrate.js")).runNarrate(command.value, console);
    case "new":
      return (await import("./commands/new.js")).runNew(command.value, console);
  }
}
