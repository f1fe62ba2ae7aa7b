# The same import with pandas: reading, every check that Acta makes on this file, the totals of every area, written durably.
# Arguments: the file of sheets, a new folder. Prints one line of JSON.
import time

started = time.perf_counter()
import json
import os
import sys

import pandas

loaded = time.perf_counter()
loaded_cpu = time.process_time()
path, folder = sys.argv[1:3]

VOTES = ["v2_perulibre", "v2_fp", "v2_blanco", "v2_nulos", "v2_impugnados"]
OPTIONS = VOTES[:2]
VOTERS, REGISTERED = "v2_TOT_CIUDADANOS_VOTARON", "v2_NNUME_HABILM"
STATUS = ["v2_OBSERVACION", "v2_OBSERVACION_TXT"]
PRINTED = ["v2_emitidos", "v2_validos"]
DISTRICT, PLACE = "v2_CCODI_UBIGEO", ["v2_TNOMB_LOCAL", "v2_TDIRE_LOCAL"]
NAMES = ["v2_DEPARTAMENTO", "v2_PROVINCIA", "v2_DISTRITO"]
TEXTS = ["mesa", "v2_CCENT_COMPU", DISTRICT, *STATUS, *NAMES, *PLACE]

rows = pandas.read_csv(
    path,
    usecols=[*TEXTS, *VOTES, *PRINTED, VOTERS, REGISTERED],
    dtype={name: str for name in TEXTS},
    na_values=["NA"],
    keep_default_na=False,
)

counted = rows[STATUS[0]].eq("CONTABILIZADAS NORMALES")
annulled = rows[STATUS[0]].eq("ACTA ELECTORAL ANULADA")
not_installed = rows[STATUS[0]].eq("MESA NO INSTALADA")
with_figures = ~not_installed
votes, valid = rows[VOTES].sum(axis=1), rows[OPTIONS].sum(axis=1)
voters, registered = rows[VOTERS], rows[REGISTERED]
normal = counted & (valid > 0)

checks = {
    "twice": rows["mesa"].duplicated(),
    "unknownStatus": ~(counted | annulled | not_installed),
    "missing": with_figures & rows[[*VOTES, VOTERS]].isna().any(axis=1),
    "votersAboveRegistered": with_figures & (voters > registered),
    "votesAboveRegistered": with_figures & (votes > registered),
    "optionAboveRegistered": with_figures & rows[OPTIONS].gt(registered, axis=0).any(axis=1),
    "votesBelowVoters": with_figures & (votes < voters),
    "votesAboveVoters": with_figures & (votes > voters),
    "optionAboveVoters": with_figures & rows[OPTIONS].gt(voters, axis=0).any(axis=1),
    "challengedCounted": counted & (rows["v2_impugnados"] > 0),
    "noVotes": with_figures & ~annulled & (votes == 0),
    "oneOptionTakesAll": with_figures & ~annulled & (valid >= 20) & rows[OPTIONS].max(axis=1).eq(valid),
    "noValidVotes": counted & (valid == 0),
    "fullTurnout": with_figures & ~annulled & (registered >= 20) & (voters == registered),
    "annulledWithVotes": annulled & ((valid > 0) | (rows["v2_blanco"] > 0)),
    "annulledNull": annulled & (rows["v2_nulos"] != voters),
    "figuresWithoutSheet": not_installed & rows[VOTES].gt(0).any(axis=1),
    "printedBallots": rows[PRINTED[0]].notna() & (rows[PRINTED[0]] != votes),
    "printedValid": rows[PRINTED[1]].notna() & (rows[PRINTED[1]] != valid),
    "twins": normal & rows[normal].duplicated([*PLACE, DISTRICT, *VOTES], keep=False).reindex(rows.index, fill_value=False),
}
found = {name: int(mask.sum()) for name, mask in checks.items() if mask.any()}

sums = [*VOTES, VOTERS, REGISTERED]
rows["sheets"] = 1
district = rows[DISTRICT]
levels = {
    "national": pandas.Series("PE", index=rows.index),
    "department": district.str[:2],
    "province": district.str[:4],
    "district": district,
    "centre": rows["v2_CCENT_COMPU"],
}
os.makedirs(folder)
for level, codes in levels.items():
    totals = rows.groupby(codes, sort=True)[[*sums, "sheets"]].sum()
    with open(os.path.join(folder, level + ".csv"), "w") as file:
        totals.to_csv(file)
        file.flush()
        os.fsync(file.fileno())

done = time.perf_counter()
print(
    json.dumps(
        {
            "ms": (done - loaded) * 1000,
            "cpu": (time.process_time() - loaded_cpu) * 1000,
            "loading": (loaded - started) * 1000,
            "pandas": pandas.__version__,
            "sheets": len(rows),
            "votes": {"perulibre": int(rows[OPTIONS[0]].sum()), "fp": int(rows[OPTIONS[1]].sum())},
            "findings": found,
        }
    )
)
