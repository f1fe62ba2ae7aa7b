/** Texts of `acta join` in English, by key (ICU MessageFormat). */
export const joinEn = {
  "argument.server": "address of a PostgreSQL server, without a password",
  "flag.joinFollow": "stay, and take in new entries as they come",
  "join.began": "This folder is now a desk of a ledger that has no entries yet; the first import begins it.",
  "join.brief": "makes a data folder a desk of a ledger on a PostgreSQL server",
  "join.done":
    "This folder is now a desk of a ledger of {size, plural, one {# entry} other {# entries}}{taken, plural, =0 {} other {; # taken from the server}}{given, plural, =0 {} other {; # given to the server}}.",
  "join.following": "Taking in new entries as they come; Ctrl-C ends it.",
  "join.full":
    "Makes the folder of --data a desk of the ledger on a PostgreSQL server: from then on every command with this folder works on that ledger, and several desks may write to it at the same time. A new folder takes what the server has; a folder with a ledger gives it to a server that has none. The address is postgres://USER@HOST:PORT/DATABASE without a password, which stands in ~/.pgpass or PGPASSWORD. A desk that writes needs the key of the ledger: copy keys/recorder.key from the first one. With --follow it stays, and takes in every new entry until Ctrl-C.",
  "join.key": "It can read, and write as soon as the ledger''s key is in {path}: copy it from the first desk.",
  "join.next": "Now: acta results --data {data}",
  "join.stopped": "Stopped. {size, plural, one {# entry} other {# entries}} are here.",
  "join.taken": "{time}  {taken, plural, one {# new entry} other {# new entries}}, {size, number} in all",
};
