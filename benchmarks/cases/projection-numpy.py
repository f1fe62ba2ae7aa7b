# A naive peer of the projection's fit: the same backfitting with numpy, vectorised by level of the tree; no draws, no areas, no intervals.
# Arguments: the folder that `projection.mjs input` wrote; how often. Prints one line of JSON.
import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np

folder, times = sys.argv[1], int(sys.argv[2])
RIDGE, ROUNDS, SETTLE, FEW_MEMBERS, FEW_FACTOR, LEAST = 4.0, 15, 15, 6, 2.0, 1e-8


def read(name, kind):
    return np.fromfile(os.path.join(folder, name), dtype=kind)


parent = read("parent", np.int32)
level = read("level", np.uint8).astype(np.int64)
leaf = read("leaf", np.uint32).astype(np.int64)
counted = read("counted", np.uint8) == 1
valid = read("valid", np.float64)
votes = read("votes", np.float64)
registered = read("registered", np.float64)
rows = read("rows", np.float64).reshape(len(leaf), -1)
nodes, levels = len(parent), int(level.max()) + 1
at_level = [np.flatnonzero(level == each) for each in range(levels)]


def passes(t2, own):
    precision = own.copy()
    gain, rest = np.zeros(nodes), np.zeros(nodes)
    for each in range(levels - 1, -1, -1):
        at = at_level[each]
        part = 1 / (1 + precision[at] * t2[at])
        gain[at], rest[at] = precision[at] * t2[at] * part, t2[at] * part
        if each > 0:
            precision += np.bincount(parent[at], precision[at] * part, nodes)
    return precision, gain, rest


def means(precision, gain, sums):
    seen = sums.copy()
    for each in range(levels - 1, -1, -1):
        at = at_level[each]
        if each > 0:
            seen += np.bincount(parent[at], seen[at] * (1 - gain[at]), nodes)
        seen[at] = np.divide(seen[at], precision[at], out=np.zeros(len(at)), where=precision[at] > 0)
    value = np.zeros(nodes)
    value[0] = gain[0] * seen[0]
    for each in range(1, levels):
        at = at_level[each]
        value[at] = gain[at] * seen[at] + (1 - gain[at]) * value[parent[at]]
    return seen, value


def variances(gain, rest):
    spread = rest.copy()
    for each in range(1, levels):
        at = at_level[each]
        spread[at] += (1 - gain[at]) ** 2 * spread[parent[at]]
    return spread


def fit(y, weight, use, unit):
    x, w, node = rows[use], weight[use], leaf[use]
    y = y[use]
    wx = x * w[:, None]
    xwx, xwy = x.T @ wx, wx.T @ y
    of_leaf = np.bincount(node, w, nodes)
    wx_leaf = np.stack([np.bincount(node, wx[:, each], nodes) for each in range(x.shape[1])], axis=1)
    wy_leaf = np.bincount(node, w * y, nodes)
    wyy = float(w @ (y * y))
    spread_of = np.full(levels, 0.0025)
    spread_of[0] = 0
    ridge = np.eye(x.shape[1]) * RIDGE * unit
    ridge[0, 0] = 0
    factor = np.linalg.inv(xwx + ridge)
    b = factor @ xwy

    def renewed(sums, squares, spread_of, unit):
        precision, gain, rest = passes(spread_of[level], of_leaf / unit)
        seen, effect = means(precision, gain, sums / unit)
        spread = variances(gain, rest)
        up_effect, up_spread = effect[parent.clip(0)], spread[parent.clip(0)]
        each = (gain * (seen - up_effect)) ** 2 + rest + gain**2 * up_spread
        known = precision > 0
        total = np.bincount(level[known], each[known], levels)
        members = np.bincount(level[known], minlength=levels)
        renewed_levels = np.zeros(levels)
        for at in range(levels - 1, 0, -1):
            few = members[at] < FEW_MEMBERS and at < levels - 1
            renewed_levels[at] = (
                FEW_FACTOR**2 * renewed_levels[at + 1] if few else max(total[at] / max(members[at], 1), LEAST)
            )
        noise = squares + (of_leaf * (effect**2 + spread) - 2 * effect * sums).sum()
        return renewed_levels, max(noise / len(y), LEAST), effect

    for _ in range(ROUNDS):
        squares = wyy - 2 * b @ xwy + b @ xwx @ b
        spread_of, unit, effect = renewed(wy_leaf - wx_leaf @ b, squares, spread_of, unit)
        b = factor @ (xwy - wx_leaf.T @ effect)
    sums, squares = wy_leaf - wx_leaf @ b, wyy - 2 * b @ xwy + b @ xwx @ b
    for _ in range(SETTLE):
        spread_of, unit, effect = renewed(sums, squares, spread_of, unit)
    precision, gain, _ = passes(spread_of[level], of_leaf / unit)
    smoothed = np.stack(
        [means(precision, gain, wx_leaf[:, each] / unit)[1] for each in range(x.shape[1])], axis=1
    )
    np.linalg.cholesky((xwx - wx_leaf.T @ smoothed) / unit + np.eye(len(b)) * RIDGE)
    return b


runs = []
for _ in range(times):
    wall, cpu = time.perf_counter(), time.process_time()
    share = fit(np.divide(votes, valid, out=np.zeros(len(votes)), where=valid > 0), valid, counted & (valid > 0), 0.3)
    rate = fit(np.divide(valid, registered, out=np.zeros(len(valid)), where=registered > 0), registered, counted & (registered > 0), 0.33)
    runs.append({"ms": (time.perf_counter() - wall) * 1000, "cpu": (time.process_time() - cpu) * 1000})
print(json.dumps({"runs": runs, "share": share.tolist(), "rate": rate.tolist()}))
