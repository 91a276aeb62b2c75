"""hemero-query serve: what programs get below /api/v1, over real connections."""
import html
import json
import re
import unittest
from random import Random
from urllib.parse import quote, unquote

from schemas import problems_of
from support import DONE, NO_HITS, SOURCE, ArchiveTest, SampleTest, run
from test_query_serve import Server

# A query for each operator of docs/query-language.md.
QUERIES = ["grève sncf", '"gilets jaunes"', "« états généraux »", '"grève"', "=OTAN", "grève ET sncf", "grève OR crue",
           "grève SAUF sncf", "grève -sncf", "(grève OU crue) maire", "le PRÈS/6 maire", "le AVANT/6 maire",
           "MÊME:phrase(maire ville)", "SAME:paragraph(maire ville)", "ambassad*", "khalilzade~", "étudiant~-étudié",
           "*", "", "grève>=2", "titre:grève", "title:kaboul", "date:2021", "avant:2019 le", "after:2020 le",
           "corrosion reacteurs", "zzyzx", "le", "auteur:vasseur", "-le"]  # fmt: skip
VOLATILE = {"took_ms", "made", "next"}


def asked(**parameters):
    return "&".join(f"{name.replace('_', '-')}={quote(str(value))}" for name, value in parameters.items())


def without_volatile(answer):
    return {name: value for name, value in answer.items() if name not in VOLATILE}


class OfTheSample(SampleTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server(cls.sample, cls.sample)

    @classmethod
    def tearDownClass(cls):
        ended = cls.server.stop()
        assert ended == (DONE, ("", "")), ended

    def answer(self, target, status=200, **headers):
        response = self.server.ask(target, **{"Accept_Language": "en", **headers})
        self.assertEqual(response.status, status, f"{target}\n{response.text}")
        return json.loads(response.text)

    def refusal(self, target, status, **headers):
        """The problem details of a request that is refused."""
        response = self.server.ask(target, **{"Accept_Language": "en", **headers})
        self.assertEqual((response.status, response.headers["Content-Type"]), (status, "application/problem+json"))
        problem = json.loads(response.text)
        self.assertEqual(problem["status"], status)
        return problem


class Answers(OfTheSample):
    def test_each_is_what_the_command_line_prints(self):
        rows = [
            ("search?q=le&sort=oldest&copies=all&snippets=3&limit=7",
             "search -n 7 --sort oldest --copies all --snippets 3 le"),
            ("search?q=le&from=2019&to=2021-06&not-source=Le+Courrier",
             "search -n 20 --from 2019 --to 2021-06 --not-source=Le\u00a0Courrier le"),
            ("search?q=maire&ocr=1&synonyms=1&match=any", "search -n 20 --ocr --synonyms --match any maire"),
            ("search?without=source", "search -n 20 --without source"),
            ("facets?q=le", "facets -n 20 le"),
            ("facets?fields=month&fields=source&limit=3", "facets -n 3 --fields month,source"),
            ("timeline?q=le", "timeline le"),
            ("timeline?q=le&step=year&unit=occurrences", "timeline --step year --unit occurrences le"),
            ("concordance?q=le&limit=30&lines=left&context=3", "kwic -n 30 --sort left --context 3 le"),
            ("concordance?q=le&copies=all&lines=newest", "kwic -n 20 --copies all --sort newest le"),
            ("collocates?q=le&limit=5", "collocates -n 5 le"),
            ("collocates?q=le&window=3&within=paragraph&order=dice&least=2&least-texts=2&stop-words=1&case=1",
             "collocates --window 3 --within paragraph --sort dice --least 2 --least-texts 2 --stop-words --case le"),
            ("keywords?q=maire&limit=9", "keywords -n 9 maire"),
            ("keywords?q=maire&against=gr%C3%A8ve&least=2&least-texts=1&copies=all",
             "keywords --against grève --least 2 --least-texts 1 --copies all maire"),
            ("dispersion?q=le", "dispersion le"),
            ("dispersion?q=le&over=source", "dispersion --over source le"),
            ("report?q=le&from=2020", "report --from 2020 le"),
            ("explain?q=ambassad*+gr%C3%A8ve", "explain ambassad* grève"),
            ("articles/7", "show 7"),
            ("articles/7?q=le", "show --query=le 7"),
            ("terms?prefix=gr%C3%A8&limit=3", "terms -n 3 grè"),
            ("sources", "list sources"),
            ("sources?like=COURRIER", "list sources --like COURRIER"),
        ]  # fmt: skip
        for target, line in rows:
            with self.subTest(target):
                command, *args = (word.replace("\u00a0", " ") for word in line.split(" "))
                printed = self.query(command, "--format", "json", *args).json()
                answered = self.answer(f"/api/v1/{target}")
                self.assertEqual(without_volatile(answered), without_volatile(printed))
        status = self.index("status", "--format", "json").json()
        self.assertEqual(self.answer("/api/v1/status"), status)

    def test_messages_are_in_the_language_that_is_asked_for(self):
        for how in ({"Accept_Language": "fr"}, {"Accept_Language": "en", "lang": "fr"}):
            lang = f"&lang={how.pop('lang')}" if "lang" in how else ""
            notices = self.answer(f"/api/v1/search?q=zzyzx{lang}", **how)["query"]["notices"]
            self.assertIn("aucun article", " ".join(notices))

    def test_a_page_a_program_and_the_command_line_tell_the_same(self):
        """Totals, order and passages."""
        for query in QUERIES:
            for sort in ("relevance", "newest"):
                for copies in ("collapse", "all"):
                    with self.subTest(query=query, sort=sort, copies=copies):
                        options = ("-n", 20, "--sort", sort, "--copies", copies, "--format", "json")
                        words = ("--", query) if query else ()
                        done = run("hemero-query", "search", "-a", self.archive, *options, *words)
                        self.assertIn(done.status, (DONE, NO_HITS), done.stderr)
                        target = asked(**({"q": query} if query else {}), sort=sort, copies=copies)
                        answered = self.answer(f"/api/v1/search?{target}")
                        self.assertEqual(without_volatile(answered), without_volatile(done.json()))
                        page = self.server.ask(f"/recherche?{target}", Accept_Language="en").text
                        self.assertEqual(shown_on(page), told_by(answered))


def shown_on(page):
    """The articles that a page of results has, and how many there are: (number, title, passages)."""
    bare = lambda markup: html.unescape(re.sub(r"<[^>]*>", "", markup))  # noqa: E731
    hits = []
    for hit in re.findall(r"<li><article>(.*?)</article></li>", page, re.DOTALL):
        number, title = re.search(r'<h2><a href="/article/(\d+)[^>]*>(.*?)</a>', hit, re.DOTALL).groups()
        passages = re.findall(r'<p class="passage">(.*?)</p>', hit, re.DOTALL)
        marked = [re.findall(r"<mark>(.*?)</mark>", passage) for passage in passages]
        hits.append((int(number), bare(title), [bare(each) for each in passages], [list(map(bare, m)) for m in marked]))
    total = re.search(r"<h1>(?:at least )?([\d,]+) article", page)
    return int(total[1].replace(",", "")) if total else 0, hits


def told_by(answer):
    hits = []
    for hit in answer["hits"]:
        passages = [f"{'… ' * each['starts_mid']}{each['text']}{' …' * each['ends_mid']}" for each in hit["snippets"]]
        marked = [[each["text"][begin:end] for begin, end in each["highlights"]] for each in hit["snippets"]]
        hits.append((hit["id"], hit["title"], passages, marked))
    return answer["total"]["value"], hits


class Pages(OfTheSample):
    def walk(self, target, of):
        """What all pages have, from this one on, and how many pages there are."""
        found, pages = [], 0
        while target:
            response = self.server.ask(target)
            answer = json.loads(response.text)
            self.assertEqual(response.status, 200, answer)
            link = response.headers["Link"]
            self.assertEqual(link, answer["next"] and f'<{answer["next"]}>; rel="next"')
            found += answer[of]
            pages += 1
            target = answer["next"]
        return found, pages

    def test_pages_have_every_article_once_in_its_order(self):
        for query in ("le", "maire", "maire ville", "a*", "« états généraux »", "", "zzyzx"):
            for sort in ("relevance", "newest", "oldest"):
                for copies in ("collapse", "all"):
                    parameters = {**({"q": query} if query else {}), "sort": sort, "copies": copies}
                    words = ("--", query) if query else ()
                    every = run("hemero-query", "search", "-a", self.archive, "--format", "json", "-n", 1000,
                                "--sort", sort, "--copies", copies, *words).json()["hits"]  # fmt: skip
                    count = len(every)
                    for limit in {1, 2, 3, 7, 20, max(1, count - 1), max(1, count), count + 1}:
                        with self.subTest(**parameters, limit=limit):
                            found, pages = self.walk(f"/api/v1/search?{asked(**parameters, limit=limit)}", "hits")
                            places = [(hit["rank"], hit["id"]) for hit in found]
                            self.assertEqual(places, [(hit["rank"], hit["id"]) for hit in every])
                            self.assertEqual(pages, max(1, -(-count // limit)))

    def test_pages_of_a_concordance_have_every_line_once(self):
        for lines in ("right", "source"):
            every = self.query("kwic", "--format", "json", "-n", 1000, "--sort", lines, "maire").json()["lines"]
            for limit in (1, 4, len(every), 200):
                found, _ = self.walk(f"/api/v1/concordance?q=maire&lines={lines}&limit={limit}", "lines")
                self.assertEqual(found, every)

    def test_a_cursor_is_of_one_request(self):
        following = self.answer("/api/v1/search?q=le&limit=2")["next"]
        cursor = re.search("cursor=(.*)", following)[1]
        for target in (f"search?q=la&cursor={cursor}", f"search?q=le&sort=newest&cursor={cursor}",
                       f"search?q=le&copies=all&cursor={cursor}", f"concordance?q=le&cursor={cursor}",
                       f"search?q=le&cursor={cursor}x", "search?q=le&cursor=1", "search?q=le&cursor=x"):  # fmt: skip
            with self.subTest(target):
                self.refusal(f"/api/v1/{target}", 400)
        other = self.answer(f"/api/v1/search?q=le&snippets=0&limit=5&lang=fr&cursor={cursor}")
        self.assertEqual([hit["rank"] for hit in other["hits"]], [3, 4, 5, 6, 7])


class PagesOfSomeOfTheWords(ArchiveTest):
    def test_their_order_is_that_of_any_size_of_page(self):
        """More than are looked at again, of which the longest page sees more than the shortest."""
        random = Random(5)
        words = ["maire"] * 3 + ["corruption"] * 3 + "ville port quai marché train pluie école gare".split()
        texts = [" ".join(random.choices(words[random.choice((0, 3)):], k=random.randint(6, 60))) for _ in range(300)]
        texts = [text.replace("maire", "ville") if "corruption" in text and i % 30 else text
                 for i, text in enumerate(texts)]  # fmt: skip
        self.add_articles(*({"id": f"k{i}", "title": f"Titre {i}", "text": text} for i, text in enumerate(texts)))
        server = Server(self.archive, self.folder)
        self.addCleanup(server.process.kill)
        orders = []
        for limit in (7, 33, 120, 200):
            target, found = f"/api/v1/search?q=maire+corruption&limit={limit}", []
            while target:
                answer = json.loads(server.ask(target).text)
                found += [hit["id"] for hit in answer["hits"]]
                target = answer["next"]
            orders.append(found)
        self.assertGreater(len(orders[0]), 200)
        self.assertEqual(len(set(orders[0])), len(orders[0]))
        for other in orders[1:]:
            self.assertEqual(other, orders[0])


class Refusals(OfTheSample):
    def test_what_is_asked_wrongly_is_told_with_what_is_possible(self):
        rows = [
            ("search?colour=red", "cursor"),
            ("search?q=le&page=2", "limit"),
            ("search?limit=0", "from 1 to 200"),
            ("search?limit=201", "from 1 to 200"),
            ("search?limit=-1", "from 1 to 200"),
            ("search?limit=two", "from 1 to 200"),
            ("search?snippets=21", "from 0 to 20"),
            ("search?sort=best", "relevance, newest, oldest"),
            ("search?copies=none", "collapse, all"),
            ("search?match=some", "auto, all, any"),
            ("search?ocr=yes", "ocr=1"),
            ("search?from=demain", "2019-12"),
            ("search?without=title", "source, author"),
            ("search?lang=de", "fr, en"),
            ("facets?fields=colour", "source, section"),
            ("timeline?step=hour", "week"),
            ("collocates?window=16", "from 1 to 15"),
            ("dispersion?over=day", "month, year, source"),
            ("status?q=le", "lang"),
            ("explain?q=le&from=2019", "synonyms"),
            ("articles/7?limit=2", "synonyms"),
        ]
        for target, possible in rows:
            with self.subTest(target):
                problem = self.refusal(f"/api/v1/{target}", 400)
                self.assertEqual(problem["type"], "/api/v1/problems/bad-request")
                self.assertIn(possible, problem["hint"])
                self.assertIn(unquote(target.partition("?")[2].rpartition("&")[2]), problem["detail"])
        for target in ("search?q=le&q=la", "search?q", "search?q=%GG", "search?source=", "search?&"):
            with self.subTest(target):
                self.refusal(f"/api/v1/{target}", 400)

    def test_every_refusal_is_told_in_the_same_form(self):
        rows = [
            ("/api/v1/nope", 404, "not-found", {}),
            ("/api/v1", 404, "not-found", {}),
            ("/api/v1/search/", 404, "not-found", {}),
            ("/api/v1/articles/99999", 404, "not-found", {}),
            ("/api/v1/articles/x", 404, "not-found", {}),
            ("/api/v1/articles/", 404, "not-found", {}),
            ("/api/v1/problems/nope", 404, "not-found", {}),
            ("/api/v1/search?q=le", 401, "no-key", {"Cookie": "a=b"}),
            ("/api/v1/search?q=le", 421, "misdirected", {"Host": "evil"}),
        ]
        for target, status, kind, headers in rows:
            with self.subTest(target=target, status=status):
                problem = self.refusal(target, status, **headers)
                self.assertEqual(problem["type"], f"/api/v1/problems/{kind}")
                page = self.server.ask(problem["type"], Accept_Language="en")
                self.assertEqual((page.status, page.headers["Content-Type"]), (200, "text/html; charset=utf-8"))
                self.assertIn(problem["title"], page.text)
        unknown = self.server.ask("/api/v1/search?q=le", Cookie="a=b")
        self.assertEqual(unknown.headers["WWW-Authenticate"], "Bearer")
        for method in ("POST", "PUT", "DELETE"):
            response = self.server.ask("/api/v1/search", method=method)
            self.assertEqual((response.status, response.headers["Allow"]), (405, "GET, HEAD"))
            self.assertEqual(json.loads(response.text)["type"], "/api/v1/problems/not-allowed")


class Tags(OfTheSample):
    def test_what_is_known_already_is_not_sent_again(self):
        tag = self.server.ask("/api/v1/search?q=maire").headers["ETag"]
        self.assertRegex(tag, r'^W/"[0-9a-f]{32}"$')
        opaque = tag[2:]
        rows = [
            (tag, 304), (opaque, 304), (f'"a", {tag}', 304), (f'W/"a,b" ,{opaque},"c"', 304), ("*", 304),
            (f'"a"\t,\t{tag}', 304), ('"a"', 200), (opaque[1:-1], 200), (f"X{tag}", 200), ("", 200), ('"*"', 200),
        ]  # fmt: skip
        for known, status in rows:
            for method in ("GET", "HEAD"):
                with self.subTest(known=known, method=method):
                    response = self.server.ask("/api/v1/search?q=maire", method=method, If_None_Match=known)
                    self.assertEqual((response.status, response.headers["ETag"]), (status, tag))
                    self.assertEqual(response.text == "", status == 304 or method == "HEAD")
        self.assertEqual(self.server.ask("/api/v1/articles/99999", If_None_Match="*").status, 404)

    def test_each_language_and_each_request_has_its_own(self):
        targets = ("/api/v1/search?q=maire", "/api/v1/search?q=maire&lang=fr", "/api/v1/search?q=maire&limit=2",
                   "/recherche?q=maire")  # fmt: skip
        tags = [self.server.ask(target, Accept_Language="en").headers["ETag"] for target in targets]
        tags.append(self.server.ask(targets[0], Accept_Language="fr").headers["ETag"])
        self.assertEqual(len(set(tags)), len(tags))

    def test_what_may_change_by_itself_has_none(self):
        for target in ("/api/v1/status", "/etat"):
            response = self.server.ask(target)
            self.assertEqual((response.headers["ETag"], response.headers["Cache-Control"]), (None, "no-store"))

    def test_the_head_of_an_answer_is_that_of_the_answer(self):
        for target in ("/api/v1/articles/7", "/api/v1/articles/99999", "/recherche?q=maire"):
            head, whole = (self.server.ask(target, method=method) for method in ("HEAD", "GET"))
            self.assertEqual(head.text, "")
            told = [{name: value for name, value in each.headers.items() if name != "Date"} for each in (head, whole)]
            self.assertEqual((head.status, told[0]), (whole.status, told[1]))


class Description(OfTheSample):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.description = json.loads(cls.server.ask("/api/v1/openapi.json", Accept_Language="en").text)

    def resolved(self, value):
        """What a reference refers to; all else as it is."""
        while "$ref" in value:
            found = self.description
            for step in value["$ref"].removeprefix("#/").split("/"):
                found = found[step]
            value = found
        return value

    def routes(self):
        """(path, what is told of it, an address that is answered)"""
        for path, methods in self.description["paths"].items():
            self.assertEqual(list(methods), ["get"])
            told = methods["get"]
            steps = [each for each in map(self.resolved, told["parameters"]) if each["in"] == "path"]
            address = path
            for step in steps:
                address = address.replace("{" + step["name"] + "}", step["example"])
            yield path, told, address

    def test_references_lead_somewhere(self):
        references = re.findall(r'"\$ref": "([^"]*)"', json.dumps(self.description))
        self.assertGreater(len(set(references)), 50)
        for reference in references:
            self.resolved({"$ref": reference})

    def test_each_example_is_answered_as_its_schema_says(self):
        paths = [path for path, _, _ in self.routes()]
        self.assertEqual(len(paths), 19)
        for path, told, address in self.routes():
            with self.subTest(path):
                response = self.server.ask(f"{address}?{told['x-example']}")
                self.assertEqual(response.status, 200, response.text)
                [(kind, content)] = told["responses"]["200"]["content"].items()
                self.assertTrue(response.headers["Content-Type"].startswith(kind))
                if kind == "application/json":
                    found = problems_of(json.loads(response.text), content["schema"], self.description)
                    self.assertEqual(found, [])

    def test_answers_of_all_kinds_are_as_their_schemas_say(self):
        targets = ["search?q=zzyzx+gr%C3%A8ve", "search?q=le&copies=all", "search?q=greve+sncg",
                   "facets?fields=section", "search?q=%22gilets+jaunes%22&limit=1",
                   "timeline?q=le&unit=occurrences&step=day", "keywords?q=le&against=maire", "dispersion?q=zzyzx",
                   "articles/7?q=le", "articles/55", "timeline?q=zzyzx"]  # fmt: skip
        for target in targets:
            with self.subTest(target):
                path = "/api/v1/" + re.sub(r"^articles/.*", "articles/{id}", target.partition("?")[0])
                answers = self.description["paths"][path]["get"]["responses"]
                schema = answers["200"]["content"]["application/json"]["schema"]
                self.assertEqual(problems_of(self.answer(f"/api/v1/{target}"), schema, self.description), [])
        problem = self.description["components"]["schemas"]["Problem"]
        for target in ("/api/v1/nope", "/api/v1/search?limit=0", "/api/v1/search?q=le&cursor=1"):
            refused = json.loads(self.server.ask(target).text)
            self.assertEqual(problems_of(refused, problem, self.description), [])

    def test_what_is_described_is_accepted_and_nothing_else(self):
        every = set(self.description["components"]["parameters"])
        self.assertGreater(len(every), 35)
        for path, told, address in self.routes():
            described = [each for each in map(self.resolved, told["parameters"]) if each["in"] == "query"]
            for parameter in described:
                with self.subTest(path=path, accepted=parameter["name"]):
                    if parameter["name"] == "cursor":
                        continue  # test_a_cursor_is_of_one_request
                    schema = parameter["schema"].get("items", parameter["schema"])
                    for value in values_of(schema):
                        response = self.server.ask(f"{address}?{asked(**{parameter['name']: value})}")
                        self.assertEqual(response.status, 200, response.text)
                    for value in other_values(schema):
                        response = self.server.ask(f"{address}?{asked(**{parameter['name']: value})}")
                        self.assertEqual(response.status, 400, value)
            for name in sorted(every - {each["name"] for each in described}):
                with self.subTest(path=path, refused=name):
                    schema = self.description["components"]["parameters"][name]["schema"]
                    value = values_of(schema.get("items", schema))[0]
                    self.assertEqual(self.server.ask(f"{address}?{asked(**{name: value})}").status, 400)

    def test_it_speaks_the_language_of_its_reader(self):
        french = json.loads(self.server.ask("/api/v1/openapi.json", Accept_Language="fr").text)
        others = french["components"]["parameters"]
        for name, parameter in self.description["components"]["parameters"].items():
            with self.subTest(name):
                self.assertNotEqual(parameter["description"], others[name]["description"])

    def test_help_is_that_of_the_options(self):
        """Where a command has an option of the same name with the same values."""
        commands = ("search", "kwic", "collocates", "timeline")
        shown = " ".join("".join(self.query(command, "--help").stdout for command in commands).split())
        parameters = self.description["components"]["parameters"]
        for name in ("from", "to", "source", "not-author", "without", "dossier", "match", "ocr", "synonyms", "sort",
                     "context", "within", "step", "unit", "stop-words", "case"):  # fmt: skip
            self.assertIn(parameters[name]["description"], shown)

    def test_documents_tell_of_every_route_and_every_member(self):
        documents = "".join((SOURCE / "docs" / name).read_text() for name in ("json-output.md", "api.md"))
        bare = re.sub(r"^```.*?^```", "", documents, flags=re.MULTILINE | re.DOTALL)
        coded = set(re.findall(r"[a-z0-9_]+", " ".join(re.findall(r"`([^`]+)`", bare))))
        self.assertEqual(members_of(self.description["components"]["schemas"]) - coded, set())
        told = set(re.findall(r"^\| `(/api/v1/[^`]*)` \|", documents, re.MULTILINE))
        self.assertEqual(told, set(self.description["paths"]))
        kinds = re.findall(r"^\| (\d{3}) \| `([a-z-]+)` \|", documents, re.MULTILINE)
        self.assertEqual(len(kinds), 9)
        for status, kind in kinds:
            self.assertIn(f"<dd>{status}</dd>", self.server.ask(f"/api/v1/problems/{kind}").text)

    def test_the_examples_of_the_document_are_answered(self):
        targets = re.findall(r"'http://127\.0\.0\.1:8420(/[^']*)'", (SOURCE / "docs/api.md").read_text())
        self.assertEqual(len(targets), 5)
        for target in [*targets, "/recherche.jsonl?q=le"]:
            with self.subTest(target):
                self.assertEqual(self.server.ask(target).status, 200)

    def test_a_validator_of_others_finds_nothing(self):
        try:
            from jsonschema import Draft202012Validator
        except ImportError:
            self.skipTest("there is no jsonschema: scripts/deps --ci")
        for path, told, address in self.routes():
            schemas = [each["schema"] for each in told["responses"]["200"]["content"].values()]
            for schema in (each for each in schemas if "$ref" in each):
                whole = {**self.description, **schema}
                Draft202012Validator.check_schema(whole)
                answer = self.answer(f"{address}?{told['x-example']}")
                self.assertEqual([each.message for each in Draft202012Validator(whole).iter_errors(answer)], [], path)


def members_of(schema):
    """The names of the members that a schema tells of, at any depth."""
    if isinstance(schema, list):
        return set().union(*map(members_of, schema))
    if not isinstance(schema, dict):
        return set()
    inner = (members_of(each) for name, each in schema.items() if name != "required")
    return set(schema.get("properties", ())).union(*inner)


def values_of(schema):
    """Some that a schema of a parameter allows."""
    if "enum" in schema:
        return schema["enum"]
    return [schema["minimum"], schema["maximum"]] if schema["type"] == "integer" else ["2019"]


def other_values(schema):
    if "enum" in schema:
        return ["none-of-these"]
    return [schema["minimum"] - 1, schema["maximum"] + 1] if schema["type"] == "integer" else []


class BesideAWriter(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.add_articles(*({"id": f"a{i}", "title": f"Loup {i}", "text": f"Un loup passe {i} fois.",
                             "date": f"2021-01-{i:02}"} for i in range(1, 8)))  # fmt: skip
        self.server = Server(self.archive, self.folder)
        self.addCleanup(self.server.process.kill)

    def test_a_cursor_of_an_older_state_begins_anew(self):
        for sort in ("relevance", "newest", "oldest"):
            first = json.loads(self.server.ask(f"/api/v1/search?q=loup&sort={sort}&limit=3").text)
            lines = json.loads(self.server.ask("/api/v1/concordance?q=loup&limit=3").text)
            self.add_articles({"id": sort, "title": "Loup", "text": f"Un loup dort, {sort}.", "date": "2021-01-03"})
            for following, start in ((first["next"], f"/api/v1/search?q=loup&sort={sort}&limit=3"),
                                     (lines["next"], "/api/v1/concordance?q=loup&limit=3")):  # fmt: skip
                gone = self.server.ask(following, Accept_Language="en")
                problem = json.loads(gone.text)
                self.assertEqual((gone.status, problem["type"]), (410, "/api/v1/problems/old-cursor"))
                self.assertEqual(problem["start"], start.replace("&sort=relevance", ""))
                self.assertEqual(gone.headers["Link"], f'<{problem["start"]}>; rel="first"')
                self.assertEqual(self.server.ask(problem["start"]).status, 200)

    def test_an_answer_with_synonyms_or_a_dossier_depends_on_them(self):
        self.query("dossiers", "add", "bêtes", 1, 2)
        rows = [
            ("/api/v1/search?q=loup&synonyms=1&limit=1", lambda: self.write("archive/synonyms.tsv", "loup\tpasse\n")),
            ("/recherche?q=loup&synonyms=1", lambda: self.write("archive/synonyms.tsv", "loup\tfois\n")),
            ("/api/v1/search?dossier=b%C3%AAtes&limit=1", lambda: self.query("dossiers", "add", "bêtes", 3)),
            ("/recherche?dossier=b%C3%AAtes", lambda: self.query("dossiers", "add", "bêtes", 4)),
        ]
        for target, change in rows:
            with self.subTest(target):
                before = self.server.ask(target)
                tag = before.headers["ETag"]
                self.assertEqual(self.server.ask(target, If_None_Match=tag).status, 304)
                change()
                self.assertEqual(self.server.ask(target, If_None_Match=tag).status, 200)
                if target.startswith("/api"):
                    self.assertEqual(self.server.ask(json.loads(before.text)["next"]).status, 410)
        plain = self.server.ask("/api/v1/search?q=loup").headers["ETag"]
        self.write("archive/synonyms.tsv", "loup\tdort\n")
        self.assertEqual(self.server.ask("/api/v1/search?q=loup", If_None_Match=plain).status, 304)

    def test_synonyms_are_those_of_the_file_as_it_is(self):
        for word, total in (("zzyzx\tloup", 7), ("zzyzx\tabcdef", 0)):
            self.write("archive/synonyms.tsv", word + "\n")
            answer = json.loads(self.server.ask("/api/v1/search?q=zzyzx&synonyms=1&match=all").text)
            self.assertEqual(answer["total"]["value"], total)

    def test_a_removed_article_is_gone(self):
        self.index("remove", "--reason", "à la demande", "--ids", self.write("ids", "1\n"))
        gone = self.server.ask("/api/v1/articles/1")
        problem = json.loads(gone.text)
        self.assertEqual((gone.status, problem["type"]), (410, "/api/v1/problems/removed"))
        self.assertIn("à la demande", problem["hint"])


if __name__ == "__main__":
    unittest.main()
