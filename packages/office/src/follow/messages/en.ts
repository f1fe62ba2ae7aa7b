/** Texts of this room in English, by key (ICU MessageFormat). */
export const followEn = {
  "fetch.badAddress":
    "{reason, select, password {an address with a name or password in it is not used} notHttps {only https is used (http only for this machine)} private {this leads into a private network: give the address yourself if you mean it} other {this is not an address}}",
  "fetch.notFound": "the server has no such file ({reason})",
  "fetch.refused": "the server refuses ({reason})",
  "fetch.timeout": "the server does not answer in time: try again later",
  "fetch.tooLarge": "larger than {most, number} bytes: not fetched",
  "fetch.failed":
    "could not be fetched ({reason, select, cutOff {the connection broke off} redirects {too many redirects} certificate {the certificate of the server is not valid} ENOTFOUND {no such server, or no network} EAI_AGAIN {no such server, or no network} ECONNREFUSED {nobody answers there} other {{reason}}})",
  "fetch.interrupted": "interrupted",
  "fetch.wrongHash":
    "the file is not the one that the definition names: its hash is {actual} instead of {expected}; it was kept as {kept} and not imported",
  "fetch.nothingKnown": "the definition of {election} names no file with an address: give one with --source",
  "follow.held": "held back",
  "follow.unstable": "the file is being written",
  "follow.noSource": "no source was given: add --source ADDRESS or --source PATH",
  "follow.badDuration": "{flag} {text} is not a time such as 30s, 5m or 2h",
  "follow.badNumber": "{flag} {text} is not a whole number from 1 on",
  "follow.tooOften": "--every {text} is too often for a server of others: 10s or more",
  "follow.badAsOf":
    "--as-of {text}: here only last-modified is known, the time that the server gives; acta import takes a moment",
  "event.started": "Following {sources} every {every}. Ctrl-C ends it.",
  "event.edition":
    "Edition {number} ({id}), as of {moment}.{shown, select, yes {} other { It is older than what is shown: nothing changes there.}}",
  "event.edition.contest": "{contest}: {counted, number} of {total, number} sheets counted; {lead}.",
  "event.edition.unknown":
    "The source does not say which moment it describes. If its server's time means that: --as-of last-modified.",
  "event.lead": "{leader} leads by {margin, plural, one {# vote} other {# votes}}",
  "event.lead.tied": "tie: {options}",
  "event.lead.none": "no votes yet",
  "event.bulletins":
    "Published totals {series}: {written, plural, one {# moment is} other {# moments are}} new, the last of {moment}.",
  "event.seenAgain": "{file}: other bytes, but the data of edition {number} ({id}); not a new edition.",
  "event.leadChange": "THE LEAD CHANGED ({contest}): now {after}; before, {before}.",
  "event.marginChange":
    "{contest}: the margin of {leader} {direction, select, up {grew} other {shrank}} from {before, number} to {after, number} votes ({change}).",
  "event.regression":
    "{count, plural, one {# sheet left} other {# sheets left}} the count again ({contest}): {stations}{more, plural, =0 {} other { and # more}}",
  "event.annulled":
    "{count, plural, one {# counted sheet was} other {# counted sheets were}} annulled ({contest}): {stations}{more, plural, =0 {} other { and # more}}",
  "event.restored":
    "{count, plural, one {# annulled sheet is} other {# annulled sheets are}} counted again ({contest}): {stations}{more, plural, =0 {} other { and # more}}",
  "event.countedChanged":
    "{count, plural, one {# sheet changed its figures} other {# sheets changed their figures}} while counted ({contest}): {stations}{more, plural, =0 {} other { and # more}}",
  "event.findings": "Many more findings than before: {codes}. acta check shows them.",
  "event.findings.code": "{code} {before, number} → {after, number}",
  "event.held.twoMoments":
    "{source}: held back, it mixes {found, number} moments (torn snapshot). Kept as {kept}; not imported.",
  "event.held.fewerStations":
    "{source}: held back, it has {found, number} stations instead of {before, number} (torn snapshot?). Kept as {kept}; imported if it stays so.",
  "event.held.smaller":
    "{source}: held back, it has {found, number} bytes instead of {before, number} (torn snapshot?). Kept as {kept}; imported if it stays so.",
  "event.held.unstable": "{source}: held back, it is being written right now.",
  "event.refused": "{source}: not imported. {problem}",
  "event.failed": "{problem} (tried again in the next round)",
  "event.silent": "The source is silent: nothing new since {since} ({rounds, number} rounds).",
  "event.back": "{source, select, none {Something new came again.} other {{source} answers again.}}",
  "event.stopped":
    "Ended after {rounds, plural, one {# round} other {# rounds}}: {editions, plural, =0 {no new edition} one {# new edition} other {# new editions}}.",
  "follow.waiting": "round {round, number} at {time}; the next one in {wait}",
  "follow.lost":
    "{problem}: the webhook did not get an event{dropped, plural, =0 {} other {, and # that waited were dropped}}; the following goes on",
  "follow.logFailed": "{problem}: events are no longer written to the file until that is mended",
};
