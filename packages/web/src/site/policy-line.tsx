import type { ComponentChild } from "preact";
import { policyOf } from "./area-result.js";
import type { PageContext } from "./page-kind.js";

/** Says under which policy figures stand, where it is not the one of all other pages. */
export function PolicyLine({ context }: { readonly context: PageContext }): ComponentChild {
  const { wording, query } = context;
  if (query["policy"] === undefined || query["policy"] === "counted") return null;
  const policy = policyOf(context);
  const key = `policy.${policy}`;
  const meaning = wording.say(wording.has(key) ? key : "policy.custom");
  return <p class="notice">{wording.say("policy.line", { policy, meaning })}</p>;
}
