import type {
  Act,
  AppealEntry,
  CaseEntry,
  FinalEntry,
  HearingEntry,
  NotificationEntry,
  PetitionEntry,
  RulingEntry,
  VoteEntry,
} from "../record/index.js";
import { standingActs } from "./acts-of-stations.js";
import type { Placed } from "./case-record.js";

/** The acts of one case by kind, each in the order of the ledger. */
export interface CaseActs {
  readonly key: string;
  readonly case: string;
  readonly opened: Placed<CaseEntry>[];
  readonly petitions: Placed<PetitionEntry>[];
  readonly hearings: Placed<HearingEntry>[];
  readonly votes: Placed<VoteEntry>[];
  readonly rulings: Placed<RulingEntry>[];
  readonly notifications: Placed<NotificationEntry>[];
  readonly appeals: Placed<AppealEntry>[];
  readonly finals: Placed<FinalEntry>[];
}

/**
 * The acts of one election that stand: those that a later act of their kind replaced are left out, and what replaces takes the place of
 * what it corrects, so that a correction moves nothing in a list.
 */
export function actsInForce(acts: readonly Act[], election: string): readonly Act[] {
  const places = new Map<number, number>();
  for (const { index, entry } of acts) {
    const replaces = "replaces" in entry ? entry.replaces : null;
    places.set(index, replaces === null ? index : (places.get(replaces) ?? index));
  }
  const placeOf = ({ index }: Act): number => places.get(index) ?? index;
  return standingActs(acts)
    .filter(({ header }) => header.election === election || header.election === "")
    .toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** A petition against stations, of no case, that concerns none says that there are no petitions. */
export function saysNone({ asks, case: number, stations, unlocated }: PetitionEntry): boolean {
  return asks === "stationAnnulment" && number === "" && stations.length === 0 && unlocated === 0;
}

/**
 * Groups acts by case, in the order in which cases first appear. Nothing is lost: an act on a case that nobody opened opens it here, and
 * a petition without a number of a case stands by itself.
 */
export function actsByCase(acts: readonly Act[]): ReadonlyMap<string, CaseActs> {
  const cases = new Map<string, CaseActs>();
  const rulings = new Map<number, string>();
  const at = (key: string, number: string): CaseActs => {
    const found = cases.get(key) ?? noActs(key, number);
    cases.set(key, found);
    return found;
  };
  for (const act of acts) {
    const { index } = act;
    switch (act.kind) {
      case "case":
        at(act.entry.case, act.entry.case).opened.push({ index, entry: act.entry });
        break;
      case "petition":
        if (!saysNone(act.entry)) at(keyOf(act.entry), act.entry.case).petitions.push({ index, entry: act.entry });
        break;
      case "hearing":
        at(act.entry.case, act.entry.case).hearings.push({ index, entry: act.entry });
        break;
      case "vote":
        at(act.entry.case, act.entry.case).votes.push({ index, entry: act.entry });
        break;
      case "ruling":
        // A ruling without a case concerns a sheet, not a petition.
        if (act.entry.case === "") break;
        rulings.set(index, act.entry.case);
        at(act.entry.case, act.entry.case).rulings.push({ index, entry: act.entry });
        break;
      case "notification": {
        const key = act.entry.case === "" ? rulings.get(act.entry.of ?? -1) : act.entry.case;
        if (key !== undefined) at(key, key).notifications.push({ index, entry: act.entry });
        break;
      }
      case "appeal": {
        const key = act.entry.case === "" ? rulings.get(act.entry.of ?? -1) : act.entry.case;
        at(key ?? `appeal ${act.entry.appeal}`, key ?? "").appeals.push({ index, entry: act.entry });
        break;
      }
      case "final":
        at(act.entry.case, act.entry.case).finals.push({ index, entry: act.entry });
        break;
      default:
    }
  }
  return cases;
}

function keyOf({ case: number, petition }: PetitionEntry): string {
  return number === "" ? `petition ${petition}` : number;
}

function noActs(key: string, number: string): CaseActs {
  return {
    key,
    case: number,
    opened: [],
    petitions: [],
    hearings: [],
    votes: [],
    rulings: [],
    notifications: [],
    appeals: [],
    finals: [],
  };
}
