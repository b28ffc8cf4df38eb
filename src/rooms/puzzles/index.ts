/** The door to the puzzles. */
export { baseOf } from "./base.ts";
export { wasteRules } from "./data.ts";
export {
  type BoughtFault,
  type BoughtKind,
  faultId,
  faultKinds,
  faultLabel,
  faultsAgainst,
  priceOf,
  withFault,
} from "./faults.ts";
export { type Puzzle, type PuzzleClaim, provePuzzle, puzzles } from "./prove.ts";
export { lineOf, type RedTeam, redTeamLevelAt, redTeams, starsFor, struck, underFault } from "./red-team.ts";
export { savedShare, savings, type Waste, wasteLevelAt, wasteOf, wastes } from "./waste.ts";
