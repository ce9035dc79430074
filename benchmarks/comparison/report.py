"""Figures, ratios and goals, as tables."""
import statistics

from .loads import MIB

HEAD = ["load", "client", "{0}/CPU s", "min-max", "{0}/s", "user us", "sys us", "NettyCurl to it: CPU", "rate",
        "goal", "garbage B", "MiB", "bad"]


def median(runs, value):
    return statistics.median(value(run) for run in runs)


def per_cpu(run):
    return 1e6 * run["requests"] / max(1, run["user"] + run["sys"])


def rate(run):
    return 1e6 * run["requests"] / run["wall"]


MEASURES = {"cpu": per_cpu, "rate": rate}


def bytes_of(load):
    """Large bodies are quoted in bytes."""
    if load.scheme == "upload" or load.size >= MIB:
        return load.size
    return None


def ours_beside(client, records):
    """NettyCurl told the same, if it took part, or as it comes; its own variants beside that."""
    if client.startswith("nettycurl"):
        return "nettycurl"
    same = "+".join(["nettycurl"] + client.split("+")[1:])
    return same if same in records else "nettycurl"


def ratio(client, records, measure):
    """The median of the ratios within a run."""
    ours, theirs = records.get(ours_beside(client, records)), records[client]
    if not ours:
        return None
    return statistics.median(measure(a) / measure(b) for a, b in zip(ours, theirs))


def goals(load, client, records, java):
    """What is to be reached, and whether it is: (text, whether) each."""
    runs = records[client]
    if client in load.goals:
        measure, on_17, on_25 = load.goals[client]
        least = on_17 if java < 25 else on_25
        reached = ratio(client, records, MEASURES[measure])
        if reached is not None:
            yield f"{measure} {least:.2f}", reached >= least
    if client == "nettycurl":
        values = {"garbage": lambda run: run["allocated"] / run["requests"], "rss": lambda run: run["rss"],
                  "cpu_us": lambda run: (run["user"] + run["sys"]) / run["requests"]}
        units = {"garbage": (1, "B"), "rss": (MIB, "MiB"), "cpu_us": (1, "us")}
        for bound, most in load.bounds.items():
            divisor, unit = units[bound]
            yield f"at most {most / divisor:,.0f} {unit}", median(runs, values[bound]) <= most
    if client == "nettycurl+loops=2" and "nettycurl" in records:
        cost = statistics.median(per_cpu(a) / per_cpu(b) for a, b in zip(records["nettycurl"], runs))
        yield "at most 1.25 of the CPU", cost <= 1.25


def row(load, client, records, java):
    runs = records[client]
    size = bytes_of(load)

    def amount(value):
        return f"{value * size / 1e9:.2f} GB" if size else f"{value:,.0f}" if value >= 100 else f"{value:.1f}"

    def optional(name, divisor):
        if not all(name in run for run in runs):
            return ""
        return f"{median(runs, lambda run: run[name] / divisor(run)):,.0f}"

    ratios = [ratio(client, records, measure) for measure in (per_cpu, rate)]
    alone = "+loops" not in client
    return [
        load.name, client, amount(median(runs, per_cpu)),
        f"{amount(min(map(per_cpu, runs)))}-{amount(max(map(per_cpu, runs)))}",
        amount(median(runs, rate)),
        f"{median(runs, lambda run: run['user'] / run['requests']):,.1f}",
        f"{median(runs, lambda run: run['sys'] / run['requests']):,.1f}",
        *(f"{value:.2f}" if value else "" for value in ratios),
        ", ".join(f"{text}: {'yes' if met else '**no**'}" for text, met in goals(load, client, records, java)),
        optional("allocated", lambda run: run["requests"]) if client.startswith("nettycurl") and alone else "",
        optional("rss", lambda run: MIB), f"{sum(run['bad'] for run in runs):.0f}"]


def table(results, java):
    """results: [(load, {client: [figures]})]"""
    head = [text.format("requests") for text in HEAD]
    yield "| " + " | ".join(head) + " |"
    yield "|---|---|" + "--:|" * (len(head) - 2)
    for load, records in results:
        for client in (name for name in load.clients if name in records):
            yield "| " + " | ".join(row(load, client, records, java)) + " |"


def queue_cost(results):
    """What the handles that wait cost in the crawl."""
    named = {load.name: records.get("nettycurl") for load, records in results}
    everything, some = named.get("crawl-all"), named.get("crawl-200")
    if everything and some:
        cost = median(some, per_cpu) / median(everything, per_cpu)
        yield f"Crawl with all handles at once to 200 at a time: {cost:.2f} of the CPU (bound 1.10)."


def best_peers(results, peers):
    for load, records in results:
        theirs = [name for name in records if name.split("+")[0] in peers]
        if theirs and "nettycurl" in records:
            best = max(theirs, key=lambda name: median(records[name], per_cpu))
            yield f"- {load.name}: best JVM peer {best}, NettyCurl to it {ratio(best, records, per_cpu):.2f}"
