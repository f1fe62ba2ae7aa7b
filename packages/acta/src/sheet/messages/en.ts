import type { SheetMessages } from "../finding-message.js";

/** Advice that several findings share. */
const advice = {
  tribunal: "Compare with the other copies of the sheet; if that does not settle it, the electoral tribunal decides.",
  paper: "Compare with the paper and with the other copies of the sheet.",
  look: "It may be right: look at the image of the sheet before drawing conclusions.",
  typing: "Read the sheet again: it is usually a typing error.",
  state: "Compare with the ruling and with what the electoral authority published last.",
  challenged: "The electoral tribunal decides challenged votes before anything else.",
  twins: "It may be one sheet entered twice, or chance: compare the images.",
  roll: "Find out which of the two rolls is in force.",
  definition: "Complete the election definition and import again.",
  source: "Look at the source file; the first reading is kept.",
  publisher: "Keep both publications and ask the publisher.",
};

/** The texts of the room in English. */
export const sheetEn: SheetMessages = {
  findings: {
    S101: {
      title: "Total of voters missing",
      rule: "The box for the citizens who voted is empty: the sheet is incomplete.",
      advice: advice.tribunal,
    },
    S102: {
      title: "Vote box empty",
      rule: "{count, plural, one {# box} other {# boxes}} for votes not filled in; the first: {cell}. Empty is not read as 0.",
      advice: advice.paper,
    },
    S103: {
      title: "Box illegible",
      rule: "{count, plural, one {# box} other {# boxes}} that nobody can read; the first: {cell}.",
      advice: advice.tribunal,
    },
    S104: {
      title: "Not a number of votes",
      rule: "{count, plural, one {# box} other {# boxes}} with something that is not a number of votes; the first: {cell} says “{text}”.",
      advice: advice.paper,
    },
    S105: {
      title: "Box not supplied by the source",
      rule: "{count, plural, one {# box} other {# boxes}} without a value in the source; the first: {cell}.",
      advice: advice.look,
    },
    S106: {
      title: "Total of ballots cast missing",
      rule: "The box for the total of ballots cast is empty.",
      advice: advice.paper,
    },

    S201: {
      title: "More voters than registered",
      rule: "The sheet gives {voters, number} citizens who voted; the station has {registered, number} registered voters.",
      advice: advice.tribunal,
    },
    S202: {
      title: "More votes than registered voters",
      rule: "The votes add up to {votes, number}; the station has {registered, number} registered voters.",
      advice: advice.tribunal,
    },
    S203: {
      title: "One option above the registered voters",
      rule: "{option} has {votes, number} votes; the station has {registered, number} registered voters.",
      advice: advice.tribunal,
    },
    S204: {
      title: "Fewer votes than voters",
      rule: "The votes add up to {votes, number}: {difference, number} fewer than the citizens who voted ({voters, number}).",
      advice: advice.tribunal,
    },
    S205: {
      title: "More votes than voters",
      rule: "The votes add up to {votes, number}: {difference, number} more than the citizens who voted ({voters, number}).",
      advice: advice.tribunal,
    },
    S206: {
      title: "One option above the voters",
      rule: "{option} has {votes, number} votes, more than the citizens who voted ({voters, number}).",
      advice: advice.tribunal,
    },
    S207: {
      title: "Written total is not the sum",
      rule: "The sheet gives {ballotsCast, number} ballots cast; the votes add up to {votes, number}.",
      advice: advice.tribunal,
    },
    S208: {
      title: "Ballots do not add up",
      rule: "{unusedBallots, number} unused ballots and {ballotsCast, number} used ones do not make {registered, number} registered voters.",
      advice: advice.look,
    },
    S209: {
      title: "The total stands in the challenged box",
      rule: "The box for challenged votes says {challenged, number}, which is the total of the sheet.",
      advice: advice.typing,
    },

    S301: {
      title: "All votes zero",
      rule: "All vote boxes say 0.",
      advice: advice.look,
    },
    S302: {
      title: "One option has all or nearly all valid votes",
      rule: "{option} has {votes, number} of {validVotes, number} valid votes.",
      advice: advice.look,
    },
    S303: {
      title: "No valid vote",
      rule: "The sheet is counted with {votes, plural, one {# vote} other {# votes}}, none of them valid.",
      advice: advice.look,
    },
    S304: {
      title: "Full or nearly full turnout",
      rule: "{voters, number} of {registered, number} registered voters voted.",
      advice: advice.look,
    },
    S305: {
      title: "An option was set to zero by the resolution",
      rule: "{option} had {votes, number} votes when the sheet was first filed and 0 in the resolved, counted one.",
      advice: advice.state,
    },
    S306: {
      title: "Challenged votes to be decided",
      rule: "The sheet has {challenged, plural, one {# challenged vote} other {# challenged votes}} to be decided.",
      advice: advice.challenged,
    },

    S401: {
      title: "Counted sheet with challenged votes",
      rule: "The sheet is counted and still has {challenged, plural, one {# challenged vote} other {# challenged votes}}.",
      advice: advice.state,
    },
    S402: {
      title: "Counted sheet that does not add up",
      rule: "The sheet is counted; the votes add up to {votes, number} and the citizens who voted are {voters, number}.",
      advice: advice.state,
    },
    S403: {
      title: "Annulled sheet with votes",
      rule: "The sheet is annulled and still has {votes, plural, one {# vote} other {# votes}} for options or blank.",
      advice: advice.state,
    },
    S404: {
      title: "Null votes of an annulled sheet are not its total",
      rule: "The sheet is annulled with {nullVotes, number} null votes; the citizens who voted are {voters, number}.",
      advice: advice.state,
    },
    S405: {
      title: "Pending sheet with figures",
      rule: "The sheet is pending and has figures; the first: {cell} says {figure, number}.",
      advice: advice.state,
    },
    S406: {
      title: "Station not installed, with figures",
      rule: "The station never opened and has figures; the first: {cell} says {figure, number}.",
      advice: advice.state,
    },

    S501: {
      title: "Preferential votes above the list",
      rule: "Preferential vote {cell} is {preferences, number}, more than the votes of {option} ({votes, number}).",
      advice: advice.tribunal,
    },
    S502: {
      title: "Preferential votes above the voters",
      rule: "Preferential vote {cell} is {preferences, number}, more than the citizens who voted ({voters, number}).",
      advice: advice.tribunal,
    },
    S503: {
      title: "Preferential votes above the registered voters",
      rule: "Preferential vote {cell} is {preferences, number}, more than the registered voters of the station ({registered, number}).",
      advice: advice.tribunal,
    },
    S504: {
      title: "Preferential votes above the votes of the sheet",
      rule: "Preferential vote {cell} is {preferences, number}, more than the sum of the votes ({votes, number}).",
      advice: advice.tribunal,
    },
    S505: {
      title: "Too many preferential votes on a list",
      rule: "{option} has {votes, number} votes and {preferences, number} preferential ones, more than those votes allow.",
      advice: advice.tribunal,
    },

    C101: {
      title: "Stations of one place with the same votes",
      rule: "{stations, number} stations of one polling place have the same votes in every box ({votes, number} at each).",
      advice: advice.twins,
    },
    C102: {
      title: "Two copies of the sheet differ",
      rule: "Two copies of the sheet differ in {count, plural, one {# box} other {# boxes}}; the first: {cell}.",
      advice: advice.tribunal,
    },

    C201: {
      title: "Registered voters changed",
      rule: "The station went from {earlier, number} to {later, number} registered voters.",
      advice: advice.roll,
    },
    C202: {
      title: "Name of the polling place changed",
      rule: "The polling place is now given as “{later}”, before as “{earlier}”.",
      advice: advice.roll,
    },
    C203: {
      title: "Name of an area changed",
      rule: "Area {area} is now given as “{later}”, before as “{earlier}”.",
      advice: advice.roll,
    },
    C204: {
      title: "The station changed its area",
      rule: "The station went from area {earlier} to {later}.",
      advice: advice.roll,
    },
    C205: {
      title: "Station no longer on the roll",
      rule: "Station {station} was on the earlier roll and is not on the later one.",
      advice: advice.roll,
    },
    C206: {
      title: "New station on the roll",
      rule: "Station {station} was not on the earlier roll.",
      advice: advice.roll,
    },
    C207: {
      title: "Registered voters unknown",
      rule: "Registered voters are unknown for {stations, plural, one {# station} other {# stations}}: excess over the roll is not checked.",
      advice: advice.definition,
    },

    I101: {
      title: "Station twice, same figures",
      rule: "Station {station} appears twice with the same figures.",
      advice: advice.source,
    },
    I102: {
      title: "Station twice, different figures",
      rule: "Station {station} appears twice with different figures.",
      advice: advice.source,
    },
    I103: {
      title: "Station absent from a full source",
      rule: "Station {station} is on the roll and missing from a source that is declared full.",
      advice: advice.publisher,
    },
    I104: {
      title: "Station not on the roll",
      rule: "Station {station} is not on the roll.",
      advice: advice.definition,
    },
    I105: {
      title: "Station does not vote in the contest",
      rule: "Station {station} does not vote in this contest and the source has a sheet of it.",
      advice: advice.definition,
    },
    I106: {
      title: "Unknown status",
      rule: "The definition does not know the status “{words}”.",
      advice: advice.definition,
    },

    I201: {
      title: "Cell that cannot be read",
      rule: "{cell} says “{text}”, which is not a number of votes; it is kept as it is.",
      advice: advice.source,
    },
    I202: {
      title: "Missing value in a counted sheet",
      rule: "The sheet is counted and the source does not give {cell}.",
      advice: advice.publisher,
    },
    I203: {
      title: "Printed sum is not that of its parts",
      rule: "The source prints {printed, number}; the parts add up to {votes, number}.",
      advice: advice.publisher,
    },

    I301: {
      title: "One area with two names",
      rule: "The source calls area {area} “{one}” and also “{other}”.",
      advice: advice.source,
    },
    I302: {
      title: "Stations without an area",
      rule: "The source gives no area for {stations, plural, one {# station} other {# stations}}.",
      advice: advice.definition,
    },

    B101: {
      title: "A total is not the sum of its parts",
      rule: "{left} is {total, number}; its parts add up to {sum, number}.",
      advice: advice.publisher,
    },
    B102: {
      title: "Bulletin of two moments",
      rule: "One bulletin has figures of {earlier} and of {later}.",
      advice: advice.publisher,
    },
    B103: {
      title: "Total is not the sum of the areas",
      rule: "{figure} is {total, number}; the areas add up to {sum, number}.",
      advice: advice.publisher,
    },
    B104: {
      title: "The same moment with other figures",
      rule: "{figure} is {one, number} in one bulletin and {other, number} in another of the same moment.",
      advice: advice.publisher,
    },
    B105: {
      title: "A figure went back",
      rule: "{figure} went down from {earlier, number} to {later, number}.",
      advice: advice.look,
    },
    B106: {
      title: "Printed percentage is not the computed one",
      rule: "{figure}: {printed} is printed, {computed} results.",
      advice: advice.publisher,
    },
    B107: {
      title: "Unknown area in a bulletin",
      rule: "The bulletin has figures of area “{area}”, which the definition does not know.",
      advice: advice.definition,
    },
    B108: {
      title: "Bulletin differs from the sheets",
      rule: "{figure}: the bulletin says {printed, number} and the sheets add up to {computed, number}.",
      advice: advice.publisher,
    },
  },
};
