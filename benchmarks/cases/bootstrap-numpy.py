# A naive peer of the quick count's bootstrap, on the same made-up sample as quick-count.mjs: numpy draws n - 1 of n units of each stratum again
# with replacement (Rao, Wu 1988), a stratum at a time. Argument: how often. Prints one line of JSON.
import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np

STATIONS, STRATA, REPLICATES = 7_000, 30, 10_000
state = 1


def following():
    global state
    state = state * 48_271 % 2_147_483_647
    return state


votes = np.array([[60 + following() % 90 for _ in range(STATIONS)] for _ in range(2)], dtype=np.float64)
count = STATIONS // STRATA
strata = [(at * count, STATIONS if at == STRATA - 1 else (at + 1) * count) for at in range(STRATA)]
size = count * 12


def bootstrap(source):
    totals = np.zeros((2, REPLICATES))
    for start, end in strata:
        own = votes[:, start:end]
        n = end - start
        drawn = source.integers(0, n, size=(REPLICATES, n - 1), dtype=np.uint16)
        mean = own.mean(axis=1, keepdims=True)
        again = np.stack([column[drawn].sum(axis=1) for column in own]) / (n - 1)
        totals += size * (mean + np.sqrt(1 - n / size) * (again - mean))
    return totals[0] / totals.sum(axis=0)


runs = []
for each in range(int(sys.argv[1])):
    wall, cpu = time.perf_counter(), time.process_time()
    shares = bootstrap(np.random.default_rng(each))
    runs.append({"ms": (time.perf_counter() - wall) * 1000, "cpu": (time.process_time() - cpu) * 1000})
print(json.dumps({"runs": runs, "se": float(shares.std())}))
