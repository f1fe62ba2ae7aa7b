/** Texts of this room in English, by key (ICU MessageFormat). */
export const docketEn = {
  "docket.badArea": "the area {value} is in none of the trees (tree:code, for example geographic:0801)",
  "docket.badAsks": "what it asks for, {value}, is not known (annulment of a station, recount, ...)",
  "docket.badBody": "the body {value} is none of the law; write its role and place (firstTribunal:ica) or its name",
  "docket.badCount": "{value} is not a number of stations of this roll",
  "docket.badEncoding": "this line is not UTF-8",
  "docket.badFee": "the state of the fee, {value}, is not known (paid, short, missing, not due)",
  "docket.badFormat": "a docket is a CSV or XLSX file",
  "docket.badGround": "the law knows no ground {value}",
  "docket.badMapping": "{mapping} is no mapping: write column=header; the columns are {known}",
  "docket.badNoted": "whether it is noted on the sheet, {value}, is not known (yes, no)",
  "docket.badNumber":
    "the number of a petition or case has digits and is no document number of a person; what stands here is not stored",
  "docket.badParty":
    "the list that filed is none of the definition; what stands here is not stored (it could be the name of a person)",
  "docket.badRole":
    "the role of who filed is not known (legal agent, table agent, party, voter, observer); what stands here is not stored",
  "docket.badTime":
    "{value} in the column {column} is not a time: write 2021-06-09, 2021-06-09 19:37 (local) or 2021-06-09T19:37-05:00",
  "docket.empty": "the docket has no petition; if there are none, say so with --none",
  "docket.longRow": "this line has more cells than the header",
  "docket.noColumns": "no column for {missing} among: {found}; name it with --column {missing}=HEADER",
  "docket.noNumber": "neither a number of a petition nor of a case",
  "docket.notAnObject": "this is no row",
  "docket.notNone": "--none says that there are no petitions, but there are some, here or in the record",
  "docket.sameNumber": "the same number of the same body stands in line {line, number} already",
  "docket.shortRow": "this line has fewer cells than the header",
  "docket.strayQuote": "there is a quotation mark where none may stand",
  "docket.tooManyRows": "a worksheet cannot hold {rows, number} rows; write a CSV file",
  "docket.unclosedQuote": "a quotation mark is not closed",
  "docket.unknownStation": "the station {station} is not on the roll",
};
