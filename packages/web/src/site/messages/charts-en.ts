/** Texts of charts in English, by key (ICU MessageFormat). */
export const chartsEn = {
  "menu.charts": "Charts",
  "shell.charts": "Charts that answer questions",
  "chart.data": "See the data in a table",
  "chart.svg": "Download the picture (SVG)",
  "chart.csv": "Download the data (CSV)",
  "chart.hint": "Point at a mark, or go along the chart with the arrow keys, to read each value.",
  "chart.position": "{at, number} of {all, number}",
  "chart.source": "{election}, edition {number} as of {moment}. Source: {authority}, sheet by sheet.",
  "chart.counted": "{share} of sheets",
  "chart.votes": "{count} votes",
  "chart.sheets": "{count} sheets",
  "charts.lead":
    "Each chart says what to look at, and its exact figures stand below it. None of them proves by itself that something was done wrong: they describe how stations voted.",
  "share.title": "The share of each option while the count went on",
  "share.says": "{name} stood at {from} in the first figures and stands at {to} in the last.",
  "share.subtitle":
    "Share of the valid votes counted until each moment, by editions and bulletins. The axis does not begin at 0.",
  "share.option": "Option",
  "share.read": "{moment}: {list}.",
  "turnout.title": "Turnout and vote, station by station",
  "turnout.says":
    "In {stations, number} counted stations turnout is mostly from {low} to {high}; the more a square stands out from the page, the more stations are in it.",
  "turnout.subtitle":
    "To the right, turnout (ballots cast over registered voters); upwards, the share of {name} in the station's valid votes. The line is the share of {name} in all votes of that turnout, where there are at least {least, number} stations.",
  "turnout.key": "Stations in each square, from the faintest to the strongest: from {a}, {b}, {c}, {d} and {e}.",
  "turnout.leftOut":
    "Not shown: {noValid, number} stations without valid votes, {noRoll, number} without known voters and {overRoll, number} with more ballots than voters; nor those annulled.",
  "turnout.caution":
    "Two things that go together need not be cause and effect: turnout differs from place to place, and so does the vote.",
  "turnout.read":
    "Turnout from {from} to {to}: {stations, plural, one {# station} other {# stations}}, {name} with {share} of {valid, number} valid votes.",
  "turnout.cells": "Download all squares (CSV)",
  "turnout.axis": "turnout",
  "turnoutColumn.from": "Turnout from",
  "turnoutColumn.to": "to",
  "turnoutColumn.stations": "Stations",
  "turnoutColumn.registered": "Registered voters",
  "turnoutColumn.cast": "Ballots cast",
  "turnoutColumn.valid": "Valid votes",
  "leads.title": "By how many votes each station was won",
  "leads.says":
    "{name} had more votes on {won, number} sheets and {rival} on {lost, number}; on {tied, number} they had the same.",
  "leads.subtitle": "Counted sheets by the votes of {name} less those of {rival}, {width, number} by {width, number}.",
  "leads.read": "From {from} to {to} votes: {sheets, plural, one {# sheet} other {# sheets}}.",
  "leadsColumn.from": "From (votes)",
  "leadsColumn.to": "to",
  "leadsColumn.sheets": "Sheets",
  "leadsColumn.sum": "Sum of votes",
  "changes.title": "What changed on sheets that were corrected or decided",
  "changes.says":
    "{same, number} sheets with a later version kept the votes of both; {changed, number} changed, and the change comes to {sum} votes for {name}.",
  "changes.subtitle":
    "The difference of {name} over {rival} on the last version of each sheet less that on the first one with figures, {width, number} by {width, number} votes. An annulled sheet is left with 0 votes.",
  "changes.lacking": "On {count, number} sheets one of the two versions lacks a figure: they are not compared.",
  "rounds.title": "First round and second, place by place",
  "rounds.says":
    "Each circle is a place, larger the more valid votes it has. Above the diagonal {there} now has a larger share than {here} had.",
  "rounds.saysSame":
    "Each circle is a place, larger the more valid votes it has. Above the diagonal {there} has a larger share than it had in the election before.",
  "rounds.base": "{election}: {counted, number} of {stations, number} sheets counted in the places that are compared.",
  "rounds.subtitle":
    "To the right, the share of {here} in {first}; upwards, the share of {there} in {second}; of the counted valid votes of each.",
  "rounds.caution":
    "This does not say who voted for whom both times: the figures of a place do not show the votes of persons. Two shares that rise together may be those of different people.",
  "rounds.option": "In {election}",
  "rounds.read": "{area}: {here} {a}, {there} {b} of {votes, number} valid votes.",
  "roundsColumn.area": "Place",
  "roundsColumn.votes": "Valid votes ({election})",
  "rounds.missing":
    "{count, plural, one {One place is missing in one of the two elections and not drawn.} other {# places are missing in one of the two elections and not drawn.}}",
};
