#!/usr/bin/env python3
"""How fast `hemero-query serve` answers, alone and in a crowd, and what it costs. Not a test.

usage: HEMERO_BIN=build/release/bin tests/bench/serve_bench.py ARCHIVE [PART…]

ARCHIVE is copied before anything is added to it. PARTs, all of them without one:

  pages    each kind of page: p50 and p95 of the time in ms, bytes, processor time of the server, and the same of the
           command that prints the same, from its start to its end; last, what the page costs of what the command does
  exports  first byte and rows a second
  crowd    a light page beside 100 clients that wait and 8 that search, and beside 300 that are half open and 8 heavy
  memory   resident size over 20,000 requests
  writer   a minute of adding an article a second under load: errors, the largest log of the catalogue, and how long
           until the article is found

Where others are at work on the machine, its load is told first: then compare processor times, not times.
"""
import contextlib
import http.client
import json
import multiprocessing
import os
import pathlib
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from urllib.parse import quote

BIN = pathlib.Path(os.environ.get("HEMERO_BIN", "build/release/bin")).resolve()
LIGHT = "/article/7?q=le"
HEAVY = "/concordance?q=le"
QUERY = "grève sncf"
FACETS = ["--facets", "source,year,section,author"]
WORDS = ("maire", "ministre", "gr%C3%A8ve", "police", "paris", "ville", "vie", "mort")

# A kind of page, its address, and the command that does the same.
KINDS = [
    ("search, facets", f"/recherche?q={quote(QUERY)}", ["search", *FACETS, "-n", "20", QUERY]),
    ("all articles", "/recherche", ["search", *FACETS, "-n", "20", "--sort", "newest", "*"]),
    ("curve", f"/courbe.svg?q={quote(QUERY)}", ["timeline", QUERY]),
    ("article", LIGHT, ["show", "7"]),
    ("concordance", "/concordance?q=gr%C3%A8ve", ["kwic", "-n", "50", "grève"]),
    ("collocates", "/voisins?q=gr%C3%A8ve", ["collocates", "-n", "100", "grève"]),
]  # fmt: skip


class Server:
    def __init__(self, archive, home):
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "XDG_STATE_HOME": str(home), "HOME": str(home)}
        command = [BIN / "hemero-query", "serve", "-a", archive, "--listen", "127.0.0.1:0"]
        began = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, env=self.environment, text=True)
        address = self.process.stdout.readline().strip()
        self.start = time.monotonic() - began
        place, self.key = address.removeprefix("http://").split("/?key=")
        self.host, self.port = place.split(":")

    def connect(self):
        return http.client.HTTPConnection(self.host, int(self.port), timeout=120)

    def ask(self, connection, target):
        connection.request("GET", target, headers={"Cookie": f"hemero={self.key}"})
        response = connection.getresponse()
        return response.status, response.read()

    def cpu(self):
        """Seconds of the processor until now."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """Megabytes: resident, and of these its own."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        sizes = dict(line.split(":", 1) for line in status.splitlines())
        return tuple(int(sizes[name].split()[0]) / 1024 for name in ("VmRSS", "RssAnon"))


def timed(server, target, times):
    """Times in ms of so many answers, one after the other on one connection, and bytes of one."""
    connection, taken, size = server.connect(), [], 0
    for _ in range(times):
        began = time.monotonic()
        status, body = server.ask(connection, target)
        taken.append((time.monotonic() - began) * 1000)
        assert status == 200, (target, status)
        size = len(body)
    connection.close()
    return taken, size


def percentiles(taken):
    parts = statistics.quantiles(taken, n=20, method="inclusive")
    return f"p50 {parts[9]:6.1f}  p95 {parts[18]:6.1f}  max {max(taken):6.1f} ms"


def command_cpu(archive, words, times=10):
    """Milliseconds of the processor that a command takes, its start included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for _ in range(times):
        command = [BIN / "hemero-query", words[0], "-a", archive, *words[1:]]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000 / times


def measure_pages(server, archive, times=200):
    print(f"start {server.start * 1000:.0f} ms")
    for name, target, command in KINDS:
        timed(server, target, 3)
        before = server.cpu()
        taken, size = timed(server, target, times)
        cpu = (server.cpu() - before) * 1000 / times
        alone = command_cpu(archive, command)
        print(f"{name:15} {percentiles(taken)}  {size / 1024:6.1f} KB  cpu {cpu:6.1f} ms  "
              f"command {alone:6.1f} ms  ratio {cpu / alone:.2f}")  # fmt: skip
    print("resident {:.0f} MB, its own {:.0f} MB".format(*server.memory()))


def measure_exports(server, archive):
    for query in ("le", QUERY):
        for ending, form in (("csv", "csv"), ("jsonl", "jsonl"), ("ris", "ris"), ("iramuteq.txt", "iramuteq")):
            connection = server.connect()
            cpu, began = server.cpu(), time.monotonic()
            target = f"/recherche.{ending}?q={quote(query)}"
            connection.request("GET", target, headers={"Cookie": f"hemero={server.key}"})
            response = connection.getresponse()
            response.read(1)
            first = time.monotonic() - began
            response.read()
            whole, cpu = time.monotonic() - began, server.cpu() - cpu
            command = ["search", "-n", "all", "--deadline", "0", "--copies", "collapse", "--format", form, query]
            alone = command_cpu(archive, command, 1) / 1000
            rows = json.loads(server.ask(connection, f"/api/v1/search?q={quote(query)}")[1])["total"]["value"]
            print(f"{query:10} {ending:12} first byte {first * 1000:5.0f} ms, {rows} rows, "
                  f"{rows / whole:6.0f} a second, {rows / cpu:6.0f} a second of the processor, "
                  f"ratio {cpu / alone:.2f}")  # fmt: skip
            connection.close()


def keep_asking(server, target):
    """A client that never stops; in a process of its own, so that it takes no time from who measures."""
    connection = server.connect()
    while True:
        with contextlib.suppress(OSError, http.client.HTTPException):
            server.ask(connection, target)
            continue
        connection = server.connect()


@contextlib.contextmanager
def clients(server, targets):
    processes = [multiprocessing.Process(target=keep_asking, args=(server, target), daemon=True) for target in targets]
    for process in processes:
        process.start()
    time.sleep(1)
    yield
    for process in processes:
        process.kill()
        process.join()


def half_open(server, count, text=b"GET /recherche HTTP/1.1\r\n"):
    connections = [socket.create_connection((server.host, int(server.port))) for _ in range(count)]
    for connection in connections:
        connection.sendall(text)
    return connections


def measure_crowd(server, times=300):
    print(f"light page alone               {percentiles(timed(server, LIGHT, times)[0])}")
    targets = [f"/recherche?q={word}" for word in WORDS]
    waiting = half_open(server, 100, b"")
    with clients(server, targets):
        print(f"beside 100 idle, 8 that search {percentiles(timed(server, LIGHT, times)[0])}")
    waiting += half_open(server, 300)
    with clients(server, [HEAVY] * 8):
        print(f"beside 300 half open, 8 heavy  {percentiles(timed(server, LIGHT, times)[0])}")
    for connection in waiting:
        connection.close()


def measure_memory(server, requests=20_000):
    targets = [LIGHT, "/recherche?q=maire", "/aide", "/article/30?q=paris", "/etat", "/api/v1/search?q=loup"]
    sizes = [server.memory()]

    def ask_some():
        connection = server.connect()
        for i in range(requests // 16):
            server.ask(connection, targets[i % len(targets)])
        connection.close()

    for _ in range(4):
        threads = [threading.Thread(target=ask_some) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        sizes.append(server.memory())
    told = ", ".join(f"{resident:.0f} ({own:.1f})" for resident, own in sizes)
    print(f"resident MB (its own) at the start and after each {requests // 4} requests: {told}")


def largest_log(archive, sizes, over):
    log = pathlib.Path(archive, "archive.sqlite-wal")
    while not over.is_set():
        with contextlib.suppress(FileNotFoundError):
            sizes.append(log.stat().st_size)
        time.sleep(0.02)


def measure_writer(server, archive, folder, seconds=60):
    sizes, over, seen, errors = [0], threading.Event(), [], 0
    watch = threading.Thread(target=largest_log, args=(archive, sizes, over))
    watch.start()
    connection = server.connect()
    with clients(server, [LIGHT, "/recherche?q=maire", HEAVY, "/recherche?q=paris"]):
        end = time.monotonic() + seconds
        for number in range(10_000):
            if time.monotonic() > end:
                break
            file = folder / f"{number}.jsonl"
            word = f"zzyzx{number}"
            file.write_text(json.dumps({"id": word, "title": word, "text": f"{word} passe."}))
            subprocess.run([BIN / "hemero-index", "add", "-a", archive, file], check=True, capture_output=True)
            added = time.monotonic()
            while time.monotonic() < added + 10:
                status, body = server.ask(connection, f"/api/v1/search?q={word}")
                if status != 200:
                    errors += 1
                elif json.loads(body)["total"]["value"] == 1:
                    break
            seen.append((time.monotonic() - added) * 1000)
            time.sleep(max(0, 1 - (time.monotonic() - added)))
    over.set()
    watch.join()
    print(f"{len(seen)} articles added, {errors} errors, log {max(sizes) / 2**20:.1f} MB at most, "
          f"{sizes[-1] / 2**20:.1f} at the end; found after: {percentiles(seen)}")  # fmt: skip


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    chosen = sys.argv[2:] or ["pages", "exports", "crowd", "memory", "writer"]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        archive = folder / "archive"
        shutil.copytree(sys.argv[1], archive)
        print("load of the machine: {:.1f} {:.1f} {:.1f}".format(*os.getloadavg()))
        server = Server(archive, folder)
        parts = {
            "pages": lambda: measure_pages(server, archive),
            "exports": lambda: measure_exports(server, archive),
            "crowd": lambda: measure_crowd(server),
            "memory": lambda: measure_memory(server),
            "writer": lambda: measure_writer(server, archive, folder),
        }
        try:
            for part in chosen:
                parts[part]()
        finally:
            server.process.terminate()
            server.process.wait()


if __name__ == "__main__":
    main()
