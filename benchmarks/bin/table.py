#!/usr/bin/env python3
"""Turns the records of bin/bench into a table: <records> [name=value ...]"""
import statistics
import sys


def read(path):
    records = {}
    with open(path) as lines:
        for line in lines:
            client, connections, *pairs = line.split()
            values = {name: float(value) for name, value in (pair.split("=") for pair in pairs)}
            records.setdefault((int(connections), client), []).append(values)
    return records


def medians(runs):
    def median(value):
        return statistics.median(value(run) for run in runs)

    row = {
        "rps": median(lambda r: 1e6 * r["requests"] / r["wall"]),
        "user": median(lambda r: r["user"] / r["requests"]),
        "sys": median(lambda r: r["sys"] / r["requests"]),
        "per_cpu": median(lambda r: 1e6 * r["requests"] / (r["user"] + r["sys"])),
        "bad": sum(r["bad"] for r in runs),
        "connects": sum(r["connects"] for r in runs) if "connects" in runs[0] else None,
        "spread": [1e6 * r["requests"] / (r["user"] + r["sys"]) for r in runs],
    }
    if "thread_user" in runs[0]:
        row["thread_user"] = median(lambda r: r["thread_user"] / r["requests"])
        row["thread_sys"] = median(lambda r: r["thread_sys"] / r["requests"])
        row["garbage"] = median(lambda r: r["allocated"] / r["requests"])
    return row


def cell(value, form):
    return "" if value is None else form.format(value)


def main():
    records = read(sys.argv[1])
    for pair in sys.argv[2:]:
        name, value = pair.split("=", 1)
        print(f"- {name}: {value}")
    print()
    print("| connections | client | requests/s | CPU us/request: user | sys | of the calling thread:"
          " user | sys | requests/CPU s | min-max | garbage B/request | new connections | bad"
          " |")
    print("|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    rows = {key: medians(runs) for key, runs in records.items()}
    for (connections, client), row in sorted(rows.items(), key=lambda item: item[0][0]):
        print("| " + " | ".join([
            str(connections), client, cell(row["rps"], "{:,.0f}"), cell(row["user"], "{:.2f}"),
            cell(row["sys"], "{:.2f}"), cell(row.get("thread_user"), "{:.2f}"),
            cell(row.get("thread_sys"), "{:.2f}"), cell(row["per_cpu"], "{:,.0f}"),
            "{:,.0f}-{:,.0f}".format(min(row["spread"]), max(row["spread"])),
            cell(row.get("garbage"), "{:.0f}"), cell(row["connects"], "{:.0f}"),
            cell(row["bad"], "{:.0f}")]) + " |")
    print()
    print("| connections | NettyCurl to | requests/s | requests/CPU s |")
    print("|--:|---|--:|--:|")
    for connections in sorted({key[0] for key in rows}):
        ours = rows.get((connections, "nettycurl"))
        for other in ("libcurl", "wrk"):
            theirs = rows.get((connections, other))
            if ours and theirs:
                print("| {} | {} | {:.2f} | {:.2f} |".format(
                    connections, other, ours["rps"] / theirs["rps"],
                    ours["per_cpu"] / theirs["per_cpu"]))
    if any(row["bad"] for row in rows.values()):
        sys.exit("some replies were wrong")


if __name__ == "__main__":
    main()
