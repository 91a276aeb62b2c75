"""hemero-index fields: what records may name, and what finds it."""
import unittest

from support import ArchiveTest


class FieldsTest(ArchiveTest):
    def test_they_are_listed(self):
        fields = self.index("fields", "--format", "json").json()["fields"]
        names = [field["name"] for field in fields]
        shown = [line.split()[0] for line in self.index("fields").stdout.splitlines() if line[0] != " "]
        self.assertEqual(shown, names)
        rows = {field["name"]: (field["searched"], field["keys"][0]) for field in fields}
        for name, row, reason in (
            ("title", (["titre", "title"], "title"), "in French and English"),
            ("source", (["source"], "container title"), "the same in both"),
            ("text", (["texte", "text"], "text"), "no field of the article, but searched"),
            ("keywords", (["motcle", "keyword"], "keywords"), "searched by another name"),
            ("id", ([], "id"), "not searched"),
        ):
            with self.subTest(name, reason=reason):
                self.assertEqual(rows[name], row)

    def test_every_key_fills_its_field_and_every_search_finds_it(self):
        fields = self.index("fields", "--format", "json").json()["fields"]
        fields = [field for field in fields if field["name"] in ("source", "section", "author", "keywords")]
        self.add_articles(*({"id": f"{field['name']}{number}", "title": "Un loup", key: "Vasseur"}
                            for field in fields for number, key in enumerate(field["keys"])))  # fmt: skip
        for field in fields:
            for name in field["searched"]:
                with self.subTest(name):
                    found = self.keys(f"{name}:Vasseur", "--copies", "all", "-n", "100")
                    self.assertEqual(len([key for key in found if key.startswith(field["name"])]), len(field["keys"]))


if __name__ == "__main__":
    unittest.main()
