"""Articles that are made up, and queries that find them: the same ones in every run."""
import json

PLACES = ("Maussargues", "Saint-Vaast", "Plougarel", "l’Île-aux-Loups", "Lignerolle", "Belle-Grève", "Roche-Ferrée")
WHO = ("la mairie", "le préfet", "une employée", "le chef de l’État", "un témoin", "l’inspectrice", "un élève")
DID = ("a voté", "refuse", "attendait", "annoncera", "dénonce", "a rouvert", "étudie", "célèbre", "a perdu")
WHAT = ("le budget de l’école", "les travaux du week-end", "un train de nuit", "la grève des facteurs",
        "80 km/h de vent", "l’usine à parfums", "une liseuse volée", "vingt-et-un loups", "le procès du réacteur",
        "95 % des œuvres d’art", "un vide-grenier", "l’arrêté municipal", "le chef-d’œuvre disparu")  # fmt: skip
WHEN = ("lundi matin", "depuis 1998", "à l’été 2021", "avant l’aube", "« bien sûr »", "malgré la crue", "en direct")
TAIL = "Abonnez-vous pour lire la suite de cet article"

QUERIES = """maussargues
grève
« la grève des facteurs »
"le chef de l'état"
mairie préfet
budget PRÈS/6 école
train AVANT/4 nuit
titre:lignerolle
loup*
parfum~
=mairie
usine OU réacteur
grève -facteurs
date:2021-03
date:2021-02..2021-09 mairie
source:courrier
auteur:martin
week-end
95 %
80 km/h
« bien sûr »
chefs-d'œuvre
meme:phrase(employée liseuse)
mairie>=2
abonnez
numéro mise à jour
brève
brève12
zzzinconnu
l'aube
oeuvre
refuser
vingt-et-un
v*
e*
d*""".split("\n")


def sentence(number):
    parts = (WHO, DID, WHAT, WHEN)
    words = [part[number // (3**place) % len(part)] for place, part in enumerate(parts)]
    return f"À {PLACES[number % len(PLACES)]}, {' '.join(words)}."


def article(number, version=1):
    """An article of some sentences, every third one with a line that its site prints below all of them."""
    said = [sentence(number * 13 + i * 7 + number * number % 11) for i in range(2 + number % 5)]
    lines = [f"Numéro {number}.", *said]
    if version > 1:
        lines.append(f"Mise à jour {version} : {sentence(number + version)}")
    if number % 3 == 0:
        lines.append(TAIL)
    return {
        "id": f"k{number}", "title": f"{PLACES[number * 5 % len(PLACES)]} : {WHAT[number % len(WHAT)]}",
        "text": "\n".join(lines), "date": f"2021-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "url": f"https://www.courrier{number % 2}.example/{number}", "category": "Société",
        "author": ("Anne Martin", "Luc Ferré")[number % 2], "source": ("Le Courrier", "La Gazette")[number % 2],
    }  # fmt: skip


def short(number):
    """A short article, of which more than a thousand make a part of their own, and a dictionary."""
    said = " ".join(map(sentence, (number, number * 7 + 5, number * 31 + 2)))
    return {"id": f"s{number}", "title": f"Brève {number}", "date": f"20{number % 20:02}-01-01",
            "text": f"Brève{number % 97}. {said} Ce fut la {number * 7919 % 10007}e fois.",
            "url": f"https://breves.example/{number}"}  # fmt: skip


def copy_of(number):
    """An article that another site has copied."""
    return {**article(number), "id": f"copie{number}", "url": f"https://copieur.example/{number}"}


INPUTS = {
    "a": [article(number) for number in range(1, 61)],
    "b": [*(article(number) for number in range(61, 91)), *(article(number, 2) for number in range(20, 32)),
          *(copy_of(number) for number in range(1, 6))],
    "d": [article(number) for number in range(91, 99)],
    "many": [short(number) for number in range(1, 1051)],
}  # fmt: skip


def write_lines(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def write_inputs(folder):
    """What the commands of scenarios.py read: articles, numbers of articles to remove, queries."""
    folder.mkdir()
    for name, rows in INPUTS.items():
        write_lines(folder / f"{name}.jsonl", rows)
    (folder / "some").write_text("".join(f"{number}\n" for number in range(3, 60, 7)))
    (folder / "others").write_text("".join(f"{number}\n" for number in range(4, 40, 9)))
    (folder / "worn").write_text("".join(f"{number}\n" for number in range(2, 1050, 8)))
    (folder / "queries.tsv").write_text("".join(f"q{i}\t{query}\n" for i, query in enumerate(QUERIES)))
